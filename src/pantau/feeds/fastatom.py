"""Atom 1.0, when plain."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from pantau.feeds.doubt import Doubt, link_of, name_of, reread, site_of, text_of
from pantau.feeds.namespaces import ATOM, MEDIA, OPENSEARCH, SY, THREADING, XML, are_plain
from pantau.feeds.raw import Passage, RawEntry, RawFeed

_LANG = f"{{{XML}}}lang"

_NOTHING = "nothing"
_IN_ENTRY = dict.fromkeys(
    (f"{{{ATOM}}}category", f"{{{ATOM}}}rights", f"{{{MEDIA}}}thumbnail", f"{{{THREADING}}}total"), _NOTHING
) | {
    f"{{{ATOM}}}{name}": name
    for name in ("title", "link", "id", "published", "updated", "summary", "content", "author")
}
_IN_FEED = dict.fromkeys(
    (
        *(
            f"{{{ATOM}}}{name}"
            for name in ("category", "rights", "subtitle", "generator", "icon", "logo", "updated")
        ),
        *(f"{{{OPENSEARCH}}}{name}" for name in ("totalResults", "startIndex", "itemsPerPage")),
        f"{{{SY}}}updateBase",
    ),
    _NOTHING,
) | {
    f"{{{ATOM}}}entry": "entry",
    f"{{{ATOM}}}title": "title",
    f"{{{ATOM}}}link": "link",
    f"{{{ATOM}}}id": "id",
    f"{{{ATOM}}}author": "author",
    f"{{{SY}}}updatePeriod": "period",
    f"{{{SY}}}updateFrequency": "frequency",
}
_PERSON = frozenset(f"{{{ATOM}}}{name}" for name in ("name", "uri", "email"))
_NAME = f"{{{ATOM}}}name"
_PORTRAIT = "{http://schemas.google.com/g/2005}image"
_LINK_SAYS = frozenset({"rel", "type", "href", "title", "hreflang", "length"})
_PAGES = frozenset({"text/html", "application/xhtml+xml", "html", "xhtml"})
_TEXTS = {"text": False, "text/plain": False, "html": True, "text/html": True}


def read(root: _Element, bindings: int) -> RawFeed:
    """The feed of a <feed> element; raises Doubt. `bindings`: how often "xmlns" stands in the document."""
    bound = root.nsmap
    if not are_plain(bound, ATOM) or bindings != len(bound) or not {*root.keys()} <= {_LANG}:
        raise Doubt
    feed = RawFeed(format="atom10", language=root.get(_LANG, ""), parser="lxml")
    said: dict[str, str] = {}
    for element in root:
        kind = _IN_FEED.get(element.tag)
        if kind == "entry":
            feed.entries.append(_entry(element))
        elif kind == _NOTHING:
            if len(element):
                raise Doubt
        elif kind is None or kind in said:
            raise Doubt
        elif kind == "link":
            _note_link(element, said, site_of)
        elif kind == "author":
            _name(element)
        else:
            said[kind] = _plainly(element) if kind != "title" else _titled(element)
    feed.title = said.get("title", "")
    feed.site = said.get("page") or said.get("id", "")
    feed.period, feed.frequency = said.get("period", ""), said.get("frequency", "")
    return feed


def _entry(entry: _Element) -> RawEntry:
    if not {*entry.keys()} <= {_LANG}:
        raise Doubt
    said: dict[str, str] = {}
    texts: dict[str, Passage] = {}
    for element in entry:
        kind = _IN_ENTRY.get(element.tag)
        if kind == _NOTHING:
            if len(element):
                raise Doubt
        elif kind == "link":
            _note_link(element, said, link_of)
        elif kind is None or kind in said or kind in texts:
            raise Doubt
        elif kind in ("summary", "content"):
            texts[kind] = _passage(element)
        elif kind == "title":
            said[kind] = _titled(element)
        elif kind == "author":
            said[kind] = _name(element)
        else:
            said[kind] = _plainly(element)
    return RawEntry(
        said.get("id", ""),
        said.get("page") or said.get("id", ""),
        said.get("title", ""),
        [said["author"]] if "author" in said else [],
        _passages(texts),
        [said[kind] for kind in ("published", "updated") if said.get(kind)],
    )


def _passages(texts: dict[str, Passage]) -> list[Passage]:
    """Content first; a summary that repeats it is left out."""
    content, summary = texts.get("content"), texts.get("summary")
    if content and summary and content.text == summary.text:
        summary = None
    return [passage for passage in (content, summary) if passage and passage.text]


def _plainly(element: _Element) -> str:
    if element.keys():
        raise Doubt
    return reread(text_of(element))


def _titled(element: _Element) -> str:
    _is_markup(element)
    return reread(text_of(element))


def _passage(element: _Element) -> Passage:
    return Passage(reread(text_of(element)), _is_markup(element))


def _is_markup(element: _Element) -> bool:
    """By the type that it states; doubt about any but text and html, and about any other attribute."""
    names = element.keys()
    if not names:
        return False
    kind = _TEXTS.get(element.get("type", "text").lower())
    if kind is None or not {*names} <= {"type", _LANG}:
        raise Doubt
    return kind


def _note_link(element: _Element, said: dict[str, str], judge: Callable[[str], str]) -> None:
    """Note the one link to the page; those to other things are passed over."""
    names = element.keys()
    if len(element) or "href" not in names or not {*names} <= _LINK_SAYS:
        raise Doubt
    relation = element.get("rel", "alternate").lower()
    usual = "text/html" if relation != "self" else "application/atom+xml"
    if relation != "alternate" or element.get("type", usual).lower() not in _PAGES:
        return
    address = judge(element.get("href", "").strip())
    if "page" in said or not address:
        raise Doubt
    said["page"] = address


def _name(element: _Element) -> str:
    """The name of a person who has one."""
    name = ""
    for child in element:
        if child.tag == _PORTRAIT and child.prefix == "gd" and not len(child):
            continue
        if child.tag not in _PERSON or child.keys():
            raise Doubt
        text = text_of(child)
        if child.tag == _NAME:
            if name:
                raise Doubt
            name = name_of(text)
    if not name or element.keys():
        raise Doubt
    return name
