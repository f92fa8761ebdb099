"""Which addresses the window may hand to the browser, and what the officer is shown of them."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

_SCHEMES = {"http", "https", "mailto"}
_LONGEST = 2_048


def is_openable(url: str) -> bool:
    """Whether a stranger's link may be opened: http, https or mailto, without tricks.

    Refused: another scheme, a user name before the host, a backslash, a control or bidirectional sign.
    """
    if not url or len(url) > _LONGEST or "\\" in url or any(_is_hidden(sign) for sign in url):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in _SCHEMES:
        return False
    if parts.scheme == "mailto":
        return bool(parts.path)
    return bool(host) and "@" not in parts.netloc


def host(url: str) -> str:
    """The host as it may be shown: punycode unless it is plain ASCII, so that look-alikes show."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    if name.isascii():
        return name.removeprefix("www.")
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name.encode("ascii", "backslashreplace").decode("ascii")


def _is_hidden(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"}
