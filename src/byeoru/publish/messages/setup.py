"""Messages of `blog deploy --setup` for web servers."""

MESSAGES = {
    "setup.nginx": (
        "`{file}`에 두고 `sudo nginx -t && sudo systemctl reload nginx`",
        "put it into `{file}`, then `sudo nginx -t && sudo systemctl reload nginx`",
    ),
    "setup.nginx.certificate": (
        "그 전에 인증서를 받으세요: `{command}`",
        "before that, get a certificate: `{command}`",
    ),
    "setup.caddy": (
        "`{file}`에 두고 `sudo caddy validate --config {file} && sudo systemctl reload caddy`",
        "put it into `{file}`, then `sudo caddy validate --config {file} && sudo systemctl reload caddy`",
    ),
}
