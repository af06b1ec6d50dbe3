"""Messages of `blog deploy --setup` for web servers."""

MESSAGES = {
    "setup.nginx": (
        "`{file}`에 저장한 뒤 `sudo nginx -t && sudo systemctl reload nginx`를 실행하세요",
        "save as `{file}`, then run `sudo nginx -t && sudo systemctl reload nginx`",
    ),
    "setup.nginx.certificate": ("먼저 인증서를 발급받으세요: `{command}`", "get a certificate first: `{command}`"),
    "setup.caddy": (
        "`{file}`에 저장한 뒤 `sudo caddy validate --config {file} && sudo systemctl reload caddy`를 실행하세요",
        "save as `{file}`, then run `sudo caddy validate --config {file} && sudo systemctl reload caddy`",
    ),
}
