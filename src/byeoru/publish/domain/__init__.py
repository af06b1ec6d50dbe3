"""Custom domains: the DNS records that they need, and checks of the DNS, the certificate and the site."""
