r"""A server configuration for nginx, as complete as one can be: for `/etc/nginx/conf.d/`.

In:  the settings, the project, and the language of the comments.
Out: the text.
Must not: use what Debian's own nginx lacks. It answers as GitHub Pages does, so that a site can move between them.
"""

import re

from byeoru.base.catalogue import Language, localize
from byeoru.base.paths import encode
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.setup.served import FEEDS, Served, served_of

# What browsers may keep: names carry no digest, so nothing for long, and pages and feeds are asked for every time.
_AGES = r"""map $sent_http_content_type @AGE@ {
    default no-cache;
    ~^text/css "max-age=600";
    ~^(application|text)/javascript "max-age=600";
    ~^(image|font|audio|video)/ "max-age=86400";
}"""
_HEADERS = """    add_header Cache-Control @AGE@;
    add_header X-Content-Type-Options nosniff always;
    add_header X-Frame-Options SAMEORIGIN always;
    add_header Referrer-Policy strict-origin-when-cross-origin always;"""
_SECURE_HEADER = "    add_header Strict-Transport-Security max-age=15552000 always;"
_TYPES = """    include mime.types;
    types {
        application/manifest+json webmanifest;
        text/markdown md;
    }
    charset utf-8;
    charset_types text/xml text/plain text/css text/markdown text/javascript application/javascript application/json
                  application/xml application/atom+xml application/rss+xml application/feed+json
                  application/manifest+json;"""
_PACKED = """    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_comp_level 5;
    gzip_min_length 512;
    gzip_types text/plain text/css text/xml text/markdown text/javascript application/javascript application/json
               application/atom+xml application/rss+xml application/feed+json application/manifest+json
               application/xml image/svg+xml;"""
_CHALLENGE = """    location /.well-known/acme-challenge/ {
        root /var/www/html;
    }"""


def text(settings: Settings, project: Project, language: Language) -> str:
    """Return the whole configuration."""
    served = served_of(settings, project)
    names = " ".join(name for name in (served.host, served.alternate) if name)
    certify = f"sudo certbot certonly --webroot -w /var/www/html {' '.join(f'-d {name}' for name in names.split())}"
    file = f"/etc/nginx/conf.d/{served.host}.conf"
    comments = [localize("setup.nginx", language, file=file)]
    comments += [localize("setup.nginx.certificate", language, command=certify)] if served.is_secure else []
    blocks = ["\n".join(f"# {one}" for one in comments), _AGES]
    if served.is_secure and not served.port:
        blocks.append(_upgrade(served, names))
    if served.alternate:
        blocks.append(_partner(served))
    age = "$age_" + re.sub(r"\W", "_", served.host)  # two sites of one server have each their own
    return "\n\n".join([*blocks, _site(served)]).replace("@AGE@", age) + "\n"


def _listen(served: Served) -> str:
    port = served.port or (443 if served.is_secure else 80)
    tail = " ssl http2" if served.is_secure else ""
    return f"    listen {port}{tail};\n    listen [::]:{port}{tail};"


def _certificate(served: Served) -> list[str]:
    folder = f"/etc/letsencrypt/live/{served.host}"
    if not served.is_secure:
        return []
    return [f"    ssl_certificate {folder}/fullchain.pem;\n    ssl_certificate_key {folder}/privkey.pem;"]


def _upgrade(served: Served, names: str) -> str:
    target = f"    location / {{\n        return 301 {served.address}$request_uri;\n    }}"
    head = f"    listen 80;\n    listen [::]:80;\n    server_name {names};"
    return f"server {{\n{head}\n{_CHALLENGE}\n{target}\n}}"


def _partner(served: Served) -> str:
    target = f"    return 301 {served.address}$request_uri;"
    return "\n".join(
        ["server {", _listen(served), f"    server_name {served.alternate};", *_certificate(served), target, "}"]
    )


def _site(served: Served) -> str:
    parts = [
        "server {",
        _listen(served),
        f"    server_name {served.host};",
        *_certificate(served),
        "",
        "    index index.html;",
        "    absolute_redirect off;",
        "    server_tokens off;",
        f"    error_page 404 {served.path}/404.html;",
        f"    error_page 403 =404 {served.path}/404.html;",
        "",
        _TYPES,
        "",
        _HEADERS,
        *([_SECURE_HEADER] if served.is_secure else []),
        "",
        _PACKED,
        "",
        *_places(served),
        "}",
    ]
    return "\n".join(parts)


def _places(served: Served) -> list[str]:
    """Return the locations: pages with or without `.html` and a slash, feeds with types of their own."""
    folder = _quoted(f"{served.root.rstrip('/')}/")
    found = [
        f"    location {served.path}/ {{\n        alias {folder};\n        try_files $uri $uri.html $uri/ =404;\n    }}"
    ]
    if served.path:
        found.append(f"    location = {served.path} {{\n        return 301 {encode(served.path)}/;\n    }}")
    found.append("    location ~ /\\.(?!well-known/) {\n        return 404;\n    }")
    for kind, names in FEEDS.items():
        for name in names:
            place = _quoted(f"{served.root.rstrip('/')}/{name}")
            lines = f"        alias {place};\n        types {{ }}\n        default_type {kind};"
            found.append(f"    location = {served.path}/{name} {{\n{lines}\n    }}")
    return found


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
