"""Documents that break the rules of XML, or strain them: mended and bounded before feedparser sees them.

feedparser takes time that grows with the square of an author's name, of the attributes of a tag and of much
else; its loose parser, for broken documents, of nearly everything. So it only ever sees sound XML of bounded shape.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from pantau.feeds import problems

LONGEST_TAG = 20_000  # bytes between < and >
MOST_ATTRIBUTES = 64
LONGEST_NAME = 1_000  # characters of an author

_LONG_TAG = re.compile(rb"<([A-Za-z_][\w:.-]{0,100})[\s/][^<>]{%d,}?(?:(/?)>|(?=<)|\Z)" % LONGEST_TAG)
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D})
_NO_CHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
_CHARACTER_REFERENCE = re.compile(rb"&#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}));")
_LONE_AMPERSAND = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|(?:amp|lt|gt|quot|apos));)", re.DOTALL
)
_LONE_BRACKET = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?![A-Za-z_/!?])", re.DOTALL)
_PREFIX = re.compile(rb"</?([A-Za-z_][\w.-]*):[A-Za-z_]|\s([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*\s*=")
_ROOT = re.compile(rb"<[A-Za-z_][\w:.-]*")
_CLOSING = re.compile(
    rb"</\s*(?:rss|feed|(?:\w+:)?RDF|channel|opml)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL
)

_NAMED = frozenset(
    {"author", "creator", "managingeditor", "webmaster", "publisher", "name", "email", "owner"}
)
_KNOWN = {
    b"media": b"http://search.yahoo.com/mrss/",
    b"dc": b"http://purl.org/dc/elements/1.1/",
    b"dcterms": b"http://purl.org/dc/terms/",
    b"content": b"http://purl.org/rss/1.0/modules/content/",
    b"atom": b"http://www.w3.org/2005/Atom",
    b"itunes": b"http://www.itunes.com/dtds/podcast-1.0.dtd",
    b"sy": b"http://purl.org/rss/1.0/modules/syndication/",
    b"rdf": b"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    b"xhtml": b"http://www.w3.org/1999/xhtml",
}


class Mended(NamedTuple):
    """Sound XML, or b"" when there is nothing to save, and what was wrong with it. `root` as lower-case name."""

    data: bytes
    root: str
    problems: tuple[str, ...]


def mended(data: bytes) -> Mended:
    """Make the document sound and bounded; unchanged if it is so already. Never raises.

    data  UTF-8 without a document type declaration
    """
    found: list[str] = []
    shorter = _LONG_TAG.sub(_without_attributes, data)
    if shorter != data:
        found.append(problems.TOO_COMPLEX)
    tree = _parsed(shorter, recover=False)
    if tree is None:
        found.append(problems.MALFORMED)
        if not _CLOSING.search(shorter[-2_000:]):
            found.append(problems.TRUNCATED)
        shorter = _soothed(shorter)
        tree = _saved(shorter, found)
        if tree is None:
            return Mended(b"", "", tuple(found))
        shorter = _serialised(tree)
    if _is_cut(tree):
        found.append(problems.TOO_COMPLEX)
        shorter = _serialised(tree)
    return Mended(shorter, etree.QName(tree).localname.lower(), tuple(found))


def _parsed(data: bytes, *, recover: bool) -> etree._Element | None:
    """The tree; None if it is not well-formed. No entities, no network, at most 256 levels."""
    reader = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        strip_cdata=False,
    )
    try:
        return etree.fromstring(data, reader)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _saved(data: bytes, found: list[str]) -> etree._Element | None:
    """What can be saved of a broken document."""
    tree = _parsed(data, recover=False)
    if tree is not None:
        return tree
    reader = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        strip_cdata=False,
    )
    try:
        tree = etree.fromstring(data, reader)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if any("depth" in error.message for error in reader.error_log):
        found.append(problems.TOO_DEEP)
    return tree


def _soothed(data: bytes) -> bytes:
    """The mistakes that feeds make most: controls, bare ampersands and brackets, prefixes never declared."""
    data = data.lstrip()
    data = data.translate(None, _CONTROLS)
    data = _NO_CHARACTER.sub(b"", data)
    data = _CHARACTER_REFERENCE.sub(_allowed, data)
    data = _LONE_AMPERSAND.sub(_escaped_ampersand, data)
    data = _LONE_BRACKET.sub(_escaped_bracket, data)
    return _with_prefixes(data)


def _escaped_ampersand(found: re.Match[bytes]) -> bytes:
    return b"&amp;" if found[0] == b"&" else found[0]


def _escaped_bracket(found: re.Match[bytes]) -> bytes:
    return b"&lt;" if found[0] == b"<" else found[0]


def _allowed(reference: re.Match[bytes]) -> bytes:
    """A reference to a character that XML has; nothing for others ("&#0;", "&#x1F;")."""
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    is_allowed = (
        code in (9, 10, 13)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )
    return reference[0] if is_allowed else b""


def _with_prefixes(data: bytes) -> bytes:
    """Declare at the root what is used and declared nowhere."""
    used = {first or second for first, second in _PREFIX.findall(data)} - {b"xml", b"xmlns"}
    missing = sorted(prefix for prefix in used if b"xmlns:" + prefix not in data)
    root = _ROOT.search(data)
    if not missing or not root:
        return data
    added = b"".join(
        b' xmlns:%s="%s"' % (name, _KNOWN.get(name, b"urn:undeclared:" + name)) for name in missing[:50]
    )
    return data[: root.end()] + added + data[root.end() :]


def _without_attributes(tag: re.Match[bytes]) -> bytes:
    return b"<" + tag[1] + (tag[2] or b"") + b">"


def _is_cut(tree: etree._Element) -> bool:
    """Cut what is of absurd size, and say whether anything was."""
    cut = False
    for element in tree.iter(etree.Element):
        if len(element.attrib) > MOST_ATTRIBUTES:
            for name in list(element.attrib)[MOST_ATTRIBUTES:]:
                del element.attrib[name]
            cut = True
        if etree.QName(element).localname.lower() in _NAMED:
            said = "".join(map(str, element.itertext(with_tail=False))) if len(element) < 100 else None
            if said is None or len(said) > LONGEST_NAME:
                _shorten(element, said or "")
                cut = True
    return cut


def _shorten(element: etree._Element, said: str) -> None:
    tail = element.tail
    element.clear()
    element.text, element.tail = said[:LONGEST_NAME], tail


def _serialised(tree: etree._Element) -> bytes:
    return etree.tostring(tree, encoding="utf-8", with_tail=False)
