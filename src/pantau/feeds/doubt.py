"""What makes the quick way of reading give up, and the small judgements that both its halves share."""

from __future__ import annotations

import re
from contextlib import suppress

from lxml.etree import _Element

LONGEST_NAME = 500

# Nothing that feedparser, urllib or `addresses` would each read in their own way.
_LINK = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?(?:/[\w~!$'()*+,./:@?#%=&-]*)?", re.ASCII)
_PATH = re.compile(r"/[\w~!$'()*+,.@%=&-]*(?:/[\w~!$'()*+,.@%=&-]*)*", re.ASCII)
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_C1 = re.compile("[\x80-\x9f]")


class Doubt(Exception):
    """feedparser might see it differently."""


def text_of(element: _Element) -> str:
    """The text of an element that holds nothing else."""
    if len(element):
        raise Doubt
    text = element.text
    return text.strip() if text else ""


def reread(text: str) -> str:
    """As feedparser repairs every text: UTF-8 taken for Latin-1 read again, Windows-1252 in its right place."""
    if text.isascii():
        return text
    with suppress(UnicodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_WINDOWS) if _C1.search(text) else text


def link_of(text: str) -> str:
    """An absolute link that everybody reads alike, or none."""
    if text and not _LINK.fullmatch(text):
        raise Doubt
    return text


def site_of(text: str) -> str:
    """The same, or a path on the feed's own host."""
    return text if _PATH.fullmatch(text) and "//" not in text else link_of(text)


def name_of(text: str) -> str:
    """A name of some sense."""
    if len(text) > LONGEST_NAME:
        raise Doubt
    return text
