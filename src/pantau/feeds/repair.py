"""Documents that break the rules of XML, or strain them: mended and bounded before feedparser sees them.

feedparser takes time that grows with the square of an author's name, of the attributes of a tag and of much
else; its loose parser, for broken documents, of nearly everything. So it only ever sees sound XML of bounded shape.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from pantau.feeds import problems
from pantau.feeds.balance import balanced
from pantau.feeds.raw import MOST_ENTRIES
from pantau.feeds.sanitise import LARGEST, MOST_TAGS

LONGEST_TAG = 20_000  # bytes between < and >
MOST_ATTRIBUTES = 64
LARGE = 200_000  # bytes
LONGEST_NAME = 1_000  # characters of an author
MOST_PARTS = 300  # elements directly in an entry
MOST_ELEMENTS = 60_000  # in all: feedparser takes some 20 microseconds for each

_LONG_TAG = re.compile(rb"<([A-Za-z_][\w:.-]{0,100})[\s/][^<>]{%d,}?(?:(/?)>|(?=<)|\Z)" % LONGEST_TAG)
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D})
_NO_CHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
_CHARACTER_REFERENCE = re.compile(rb"&#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}));")
_LONE_AMPERSAND = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|(?:amp|lt|gt|quot|apos));)", re.DOTALL
)
_PREFIX = re.compile(rb"</?([A-Za-z_][\w.-]*):[A-Za-z_]|\s([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*\s*=")
_BOUND = re.compile(rb"\sxmlns:([A-Za-z_][\w.-]*)\s*=")
_ROOT = re.compile(rb"<[A-Za-z_][\w:.-]*")
_CLOSING = re.compile(
    rb"</\s*(?:rss|feed|(?:\w+:)?RDF|channel|opml)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL
)

_ENTRIES = frozenset({"item", "entry"})
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
    """Make the document sound and bounded; unchanged if it is so already and not large. Never raises.

    data  UTF-8 without a document type declaration
    """
    found: list[str] = []
    shorter = _LONG_TAG.sub(_without_attributes, data)
    if shorter != data:
        found.append(problems.TOO_COMPLEX)
    broken: list[str] = []
    tree = rescued(shorter, broken)
    if tree is None:
        return Mended(b"", "", (*found, *broken))
    if broken:
        found += broken
        shorter = _serialised(tree)
    if _is_cut(tree, found):
        shorter = _serialised(tree)
    if _size(tree) > 2 * MOST_ELEMENTS:  # outside of any entry: nothing that is a feed
        return Mended(b"", "", (*found, problems.TOO_COMPLEX))
    if len(shorter) > LARGE:
        _quoted(tree)
        shorter = _serialised(tree)
    return Mended(shorter, _local(tree), tuple(found))


def _reader(*, recover: bool) -> etree.XMLParser:
    """No entities, no network, at most 256 levels."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        strip_cdata=False,
    )


def _parsed(data: bytes) -> etree._Element | None:
    """The tree; None if it is not well-formed."""
    try:
        return etree.fromstring(data, _reader(recover=False))
    except (etree.XMLSyntaxError, ValueError):
        return None


def rescued(data: bytes, found: list[str]) -> etree._Element | None:
    """The tree of a document, sound or not; notes what is wrong with it. None if nothing can be saved."""
    tree = _parsed(data)
    if tree is not None:
        return tree
    found.append(problems.MALFORMED)
    if not _CLOSING.search(data[-2_000:]):
        found.append(problems.TRUNCATED)
    data = _soothed(data)
    tree = _parsed(data)
    return tree if tree is not None else _reordered(data, found)


def _reordered(data: bytes, found: list[str]) -> etree._Element | None:
    """With the tags in the order in which feeds have them, or in any in which they can be put."""
    reader = _reader(recover=True)
    try:
        tree = etree.fromstring(balanced(data.decode("utf-8", "replace")).encode(), reader)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if any("depth" in error.message for error in reader.error_log):
        found.append(problems.TOO_DEEP)
    if tree is not None:
        _without_colons(tree)
    return tree


def _soothed(data: bytes) -> bytes:
    """The mistakes that feeds make most: controls, bare ampersands and brackets, prefixes never declared."""
    data = data.lstrip()
    data = data.translate(None, _CONTROLS)
    data = _NO_CHARACTER.sub(b"", data)
    data = _CHARACTER_REFERENCE.sub(_allowed, data)
    data = _LONE_AMPERSAND.sub(_escaped_ampersand, data)
    return _with_prefixes(data)


def _escaped_ampersand(found: re.Match[bytes]) -> bytes:
    return b"&amp;" if found[0] == b"&" else found[0]


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
    missing = sorted(used - {*_BOUND.findall(data)})
    root = _ROOT.search(data)
    if not missing or not root:
        return data
    added = b"".join(
        b' xmlns:%s="%s"' % (name, _KNOWN.get(name, b"urn:undeclared:" + name)) for name in missing[:50]
    )
    return data[: root.end()] + added + data[root.end() :]


def _without_attributes(tag: re.Match[bytes]) -> bytes:
    return b"<" + tag[1] + (tag[2] or b"") + b">"


def _is_cut(tree: etree._Element, found: list[str]) -> bool:
    """Cut what is of absurd size or number; says whether anything was, and notes it if articles may miss it."""
    surplus = _surplus(tree)
    complex_ones = [element for element in tree.iter(etree.Element) if _is_element_cut(element)]
    if complex_ones:
        found.append(problems.TOO_COMPLEX)
    return surplus or bool(complex_ones)


def _quoted(tree: etree._Element) -> None:
    """Escaped markup as CDATA: otherwise feedparser is called for each "&lt;", and takes four times as long."""
    for element in tree.iter(etree.Element):
        text = element.text
        if text and not len(element) and ("<" in text or "&" in text) and "]]>" not in text:
            element.text = etree.CDATA(text)


def _surplus(tree: etree._Element) -> bool:
    """Take away the entries beyond those that are kept, and all after so many elements as none can hold."""
    entries = [element for element in tree.iter(etree.Element) if _local(element) in _ENTRIES]
    left = MOST_ELEMENTS
    gone = False
    for number, entry in enumerate(entries):
        parent = entry.getparent()
        if parent is not None and (number > MOST_ENTRIES or left <= 0):
            parent.remove(entry)
            gone = True
        else:
            left -= min(_size(entry), MOST_TAGS)
    return gone


def _is_element_cut(element: etree._Element) -> bool:
    cut = False
    name = _local(element)
    if len(element.attrib) > MOST_ATTRIBUTES:
        for attribute in list(element.attrib)[MOST_ATTRIBUTES:]:
            del element.attrib[attribute]
        cut = True
    if name in _NAMED and _length(element) > LONGEST_NAME:
        _shorten(element)
        cut = True
    return (name in _ENTRIES and _is_entry_cut(element)) or cut


def _is_entry_cut(entry: etree._Element) -> bool:
    cut = len(entry) > MOST_PARTS
    if cut:
        del entry[MOST_PARTS:]
    for part in entry:
        if len(part) and _size(part) > MOST_TAGS:
            said = "".join(map(str, part.itertext()))
            part.clear()
            part.text = said[:LARGEST]
            cut = True
    return cut


def _size(element: etree._Element) -> int:
    return sum(1 for _ in element.iter())


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _length(element: etree._Element) -> int:
    """Of the text in an element; beyond limit when it is in too many pieces to be that of a name."""
    return LONGEST_NAME + 1 if len(element) > 100 else sum(len(str(text)) for text in element.itertext())


def _shorten(element: etree._Element) -> None:
    said, tail = element.text or "", element.tail
    element.clear()
    element.text, element.tail = said[:LONGEST_NAME], tail


def _without_colons(tree: etree._Element) -> None:
    """Prefixes that nobody declared, of which too many were used to declare them all, out of the way."""
    for element in tree.iter(etree.Element):
        if ":" in str(element.tag).rpartition("}")[2]:
            element.tag = str(element.tag).replace(":", "-")
        for name in [name for name in element.attrib if ":" in str(name).rpartition("}")[2]]:
            del element.attrib[name]


def _serialised(tree: etree._Element) -> bytes:
    return etree.tostring(tree, encoding="utf-8", with_tail=False)
