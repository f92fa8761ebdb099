"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
import re
from typing import Any

from pantau.feeds import problems
from pantau.feeds.raw import Passage, RawEntry, RawFeed

_VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/1(?:\.([01]))?/?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(text: str) -> RawFeed:
    """The feed in a JSON document. What is not of the type it should be counts as missing."""
    try:
        document = json.loads(text, parse_constant=lambda _: None, parse_int=_integer)
    except (ValueError, RecursionError):
        return RawFeed(problems=[problems.MALFORMED, problems.NOT_A_FEED])
    version = _VERSION.match(_text(document, "version"))
    items = document.get("items") if isinstance(document, dict) else None
    if version is None or not isinstance(items, list):
        return RawFeed(problems=[problems.NOT_A_FEED])
    return RawFeed(
        format="json11" if version[1] == "1" else "json10",
        title=_text(document, "title"),
        site=_text(document, "home_page_url"),
        language=_text(document, "language"),
        entries=[_entry(item) for item in items if isinstance(item, dict)],
        parser="json",
    )


def _entry(item: dict[str, Any]) -> RawEntry:
    passages = [
        Passage(_text(item, "content_html"), True),
        Passage(_text(item, "content_text"), False),
        Passage(_text(item, "summary"), False),
    ]
    dates = [_text(item, "date_published"), _text(item, "date_modified")]
    return RawEntry(
        guid=_identity(item.get("id")),
        link=_text(item, "url") or _text(item, "external_url"),
        title=_text(item, "title"),
        authors=_authors(item),
        passages=[passage for passage in passages if passage.text],
        dates=[date for date in dates if date],
    )


def _authors(item: dict[str, Any]) -> list[str]:
    """`authors` of 1.1, else `author` of 1.0."""
    stated = item.get("authors")
    people = stated if isinstance(stated, list) else [item.get("author")]
    return [name for person in people if (name := _text(person, "name"))]


def _identity(value: object) -> str:
    """An id is a string, but numbers occur and must be taken as they are written."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return _clean(str(value))


def _integer(digits: str) -> int | str:
    """Numbers of absurd length stay text: Python refuses to convert them."""
    return int(digits) if len(digits) < 40 else digits


def _text(of: object, key: str) -> str:
    value = of.get(key) if isinstance(of, dict) else None
    return _clean(value) if isinstance(value, str) else ""


def _clean(text: str) -> str:
    """Half a surrogate pair is possible in JSON and nowhere else."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
