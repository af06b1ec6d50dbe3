"""How search engines are notified of what a deployment changes (indexnow.org), as `blog.yml` configures it."""

from typing import NamedTuple

from byeoru.base.digest import digest_of

# Naver's own, and the one that passes things on to Bing and others (searchadvisor.naver.com/guide, indexnow.org/faq).
ENDPOINTS = ("https://searchadvisor.naver.com/indexnow", "https://api.indexnow.org/indexnow")


class IndexNow(NamedTuple):
    """The part `deploy.indexnow` of the settings."""

    endpoints: tuple[str, ...] = ()  # none: nobody is notified
    key: str = ""  # "" for a generated one

    def key_of(self, base_url: str) -> str:
        """Return the key of the site at *base_url*, "" if nobody is notified, or if there is no address yet.

        It is not secret: it is published in a file of the site, and only proves that the sender can write there. So it
        can be derived from the address, and the same site has the same bytes.

        >>> IndexNow(ENDPOINTS).key_of("https://blog.example.kr")
        '258ed4675291ba689204a6c3a64b80eb'
        >>> IndexNow(ENDPOINTS, "my-own-key").key_of("https://blog.example.kr"), IndexNow().key_of("https://a.kr")
        ('my-own-key', '')
        """
        if not self.endpoints or not base_url:
            return ""
        return self.key or digest_of(["indexnow", base_url])
