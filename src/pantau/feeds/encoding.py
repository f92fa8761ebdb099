"""Bytes to UTF-8, whatever their label says: by byte order mark, HTTP, XML declaration and evidence."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from pantau.feeds import problems

DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>'

_DECLARED = re.compile(rb"\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")
_ANY_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*>")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How "<?" or "<r" look in encodings of two and four bytes, without a mark.
_WIDE = (
    (re.compile(rb"<\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0<"), "utf-32-be"),
    (re.compile(rb"<\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"\0<\0[^\0]"), "utf-16-be"),
    (re.compile(rb"\x4c\x6f\xa7\x94"), "cp037"),
)
_UTF8_NAMES = frozenset({"utf-8", "utf8"})
# As browsers do: pages that say Latin-1 or ASCII mean Windows-1252, and GB 2312 its superset.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
_FAMILIES = (
    "utf",
    "iso8859",
    "cp",
    "koi8",
    "mac",
    "gb",
    "big5",
    "shift_jis",
    "euc",
    "iso2022",
    "tis",
    "ascii",
    "ptcp",
)
_REFUSED = frozenset({"utf-7", "cp65001"})
_SHIFTING = ("iso2022", "hz")  # write everything in ASCII, with escapes: valid UTF-8, and gibberish
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class Readable(NamedTuple):
    """A body as UTF-8 without a mark; an XML declaration in it, if any, names UTF-8 or nothing."""

    data: bytes
    problems: tuple[str, ...] = ()


def readable(body: bytes, content_type: str | None) -> Readable:
    """The body as UTF-8. Bytes that make no sense become U+FFFD; a label that misled is named as a problem."""
    charset = _charset(content_type)
    is_usual = charset in ("", *_UTF8_NAMES) and declared(body) in ("", *_UTF8_NAMES)
    if is_usual and body[:1] == b"<" and body[1:2] != b"\0":
        try:
            body.decode("utf-8")
            return Readable(body)
        except UnicodeDecodeError:
            pass
    for mark, encoding in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return _certain(body[len(mark) :], encoding)
    for look, encoding in _WIDE:
        if look.match(body):
            return _certain(body, encoding)
    labels = [label for label in (charset, declared(body)) if label]
    return _decoded(body, labels or ["utf-8"])


def declared(body: bytes) -> str:
    """The encoding that an XML declaration names, in lower case; "" for none."""
    found = _DECLARED.match(body[:512])
    return found[1].decode("ascii").lower() if found else ""


def _charset(content_type: str | None) -> str:
    found = _CHARSET.search(content_type) if content_type else None
    return found[1].lower() if found else ""


def _certain(body: bytes, encoding: str) -> Readable:
    """By the encoding that the first bytes give away."""
    text = body.decode(encoding, "replace")
    return _as_utf8(text, "\ufffd" in text)


def _decoded(body: bytes, labels: list[str]) -> Readable:
    """By evidence first: what is valid UTF-8 beyond ASCII is UTF-8, as chance hardly makes it so."""
    names = [_codec(label) for label in labels]
    if not names[0].startswith(_SHIFTING):
        try:
            text = body.decode("utf-8")
            # A label may well be wrong when nothing beyond ASCII depends on it.
            is_misled = not body.isascii() and not any(label in _UTF8_NAMES for label in labels)
            return _as_utf8(text, is_misled or not all(names))
        except UnicodeDecodeError:
            pass
    for name in names:
        if name and not name.startswith("utf"):
            text = body.decode(name, "pantau.latin" if name == "cp1252" else "replace")
            if text.count("\ufffd") * 50 <= len(text) or name == names[-1]:
                return _as_utf8(text, "\ufffd" in text or name != names[0])
    return _as_utf8(_mislabelled(body), True)


def _mislabelled(body: bytes) -> str:
    """Windows-1252 that calls itself UTF-8, or UTF-8 with some broken bytes: whichever it mostly is."""
    whole = len(_SEQUENCE.findall(body))
    text = body.decode("utf-8", "replace")
    if whole >= text.count("\ufffd"):
        return text
    return body.decode("cp1252", "pantau.latin")


def _latin(error: UnicodeError) -> tuple[str, int]:
    """The five bytes that Windows-1252 leaves open, as the controls that browsers make of them."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("pantau.latin", _latin)


def _codec(label: str) -> str:
    """Python's name for a label that is an encoding of text; "" for all else ("zip", "utf-7", nonsense)."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if name.startswith(_FAMILIES) and name not in _REFUSED else ""


def _as_utf8(text: str, is_misled: bool) -> Readable:
    data = text.lstrip("\ufeff").encode("utf-8", "replace")
    data = _ANY_DECLARATION.sub(DECLARATION, data, count=1) if declared(data) else data
    return Readable(data, (problems.ENCODING,) if is_misled else ())
