"""Content types by file extension, as GitHub Pages sends them: a subset of jshttp/mime-db.

`mimetypes` of the standard library reads the configuration of the machine, so its result differs between machines.
"""

_TEXT = "; charset=utf-8"
_TYPES = {
    "html": "text/html" + _TEXT,
    "htm": "text/html" + _TEXT,
    "css": "text/css" + _TEXT,
    "js": "application/javascript" + _TEXT,
    "mjs": "application/javascript" + _TEXT,
    "json": "application/json" + _TEXT,
    "map": "application/json" + _TEXT,
    "xml": "application/xml",
    "rss": "application/rss+xml" + _TEXT,
    "atom": "application/atom+xml" + _TEXT,
    "txt": "text/plain" + _TEXT,
    "md": "text/markdown" + _TEXT,
    "csv": "text/csv" + _TEXT,
    "ics": "text/calendar" + _TEXT,
    "yml": "text/yaml" + _TEXT,
    "yaml": "text/yaml" + _TEXT,
    "webmanifest": "application/manifest+json" + _TEXT,
    "svg": "image/svg+xml",
    "png": "image/png",
    "apng": "image/apng",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "bmp": "image/bmp",
    "ico": "image/vnd.microsoft.icon",
    "pdf": "application/pdf",
    "wasm": "application/wasm",
    "zip": "application/zip",
    "gz": "application/gzip",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mov": "video/quicktime",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
    "otf": "font/otf",
}


def type_of(name: str) -> str:
    """Return the content type for a file name.

    >>> type_of("a/한글.SVG"), type_of("LICENSE")
    ('image/svg+xml', 'application/octet-stream')
    """
    return _TYPES.get(name.rpartition("/")[2].rpartition(".")[2].lower(), "application/octet-stream")
