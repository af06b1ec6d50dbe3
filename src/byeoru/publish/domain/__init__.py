"""A domain of one's own: the records that it needs, what the DNS and the site answer, and what that means."""
