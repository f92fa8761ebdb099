"""Foreign markup made harmless, once when it is stored and once more when it is shown.

An allowlist of tags that carry text, nothing that loads, runs, styles or submits. nh3 does the work, on input
whose size and depth were bounded first: nested elements cost it time that grows with the square.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

import nh3

from pantau.feeds.addresses import is_openable, resolve
from pantau.feeds.text import one_line, wanted

LARGEST = 200_000  # characters of markup in one entry
DEEPEST = 128  # elements in one another
MOST_TAGS = 3_000  # in one entry, where there is more than DEEPEST of them

TAGS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "tr", "u", "ul", "var",
})  # fmt: skip
ATTRIBUTES = {
    "*": {"title", "lang", "dir"},
    "a": {"href"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "del": {"cite", "datetime"},
    "ins": {"cite", "datetime"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
# Not text to a reader: dropped with all that is in them.
UNREAD = frozenset({
    "script", "style", "template", "iframe", "noscript", "noembed", "noframes", "object", "applet", "svg", "math",
    "select", "textarea", "title", "xmp", "plaintext", "audio", "video",
})  # fmt: skip
TITLE_LENGTH = 500
AUTHOR_LENGTH = 200
_LONGEST_TITLE = 20_000
_NO_TAGS = nh3.Cleaner(tags=set(), clean_content_tags=UNREAD, attributes={}, link_rel=None)
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip

_TAG_START = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_TAG = re.compile(r"<[/!?]?[a-zA-Z-][^<>]*>?")
_SHOWN_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_INLINE = frozenset({
    "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "time", "u", "var",
})  # fmt: skip
_BREAK = re.compile(r"<(?:br|/p|/div|/h[1-6]|/li)\b[^<>]*>", re.IGNORECASE)
_NAME_AND_MAIL = re.compile(r"[^\s()]+@[^\s()]+ ?\(([^()@]+)\)|([^()<>@]+) ?[(<][^\s()<>]+@[^\s()<>]+[)>]")
_SIMPLE = re.compile(r"<p>([^<>&\"\xa0\r]*)</p>")


def sanitise(html: str, base: str) -> str:
    """Markup with nothing left but text, its structure and links that may be opened.

    html  a fragment, or a whole page, as it came; 200,000 characters of it are looked at
    base  the address of the document, for relative links; "" drops those
    The result is stable: sanitising it again changes nothing.
    """
    html = wanted(html if len(html) <= LARGEST else _cut(html))
    if "<" not in html and "&" not in html:
        return html.replace(">", "&gt;").replace("\xa0", "&nbsp;").replace("\r\n", "\n").replace("\r", "\n")
    if _SIMPLE.fullmatch(html):
        return html
    return wanted(_cleaner(base).clean(bounded(html)))


def title(markup: str) -> str:
    """A title or a name as one plain line.

    Feeds put markup into titles whether or not they may, so tags go and entities are decoded once, always.
    """
    if "<" in markup:
        markup = _NO_TAGS.clean(bounded(_BREAK.sub(" ", wanted(markup[:_LONGEST_TITLE]))))
    if "&" in markup:
        markup = unescape(markup)
    return one_line(markup, TITLE_LENGTH)


def author(name: str) -> str:
    """The name of an author as one plain line: of "sari@x.example (Sari)" or "Sari <sari@x.example>" that is Sari."""
    line = title(name[:_LONGEST_TITLE])
    if "@" in line:
        found = _NAME_AND_MAIL.fullmatch(line[:AUTHOR_LENGTH])
        line = (found[1] or found[2]).strip(' "') if found else line
    return line[:AUTHOR_LENGTH]


def plain(html: str) -> str:
    """The text of sanitised markup, on one line: a space where a block or a line ends, none within a word."""
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<") == 2:
        html = html[3:-4]
    elif "<" in html:
        html = _SHOWN_TAG.sub(_gap, html)
    if "&" in html:
        html = unescape(html)
    return one_line(html)


def escaped(text: str) -> str:
    """Plain text as markup, its line breaks kept."""
    safe = (
        wanted(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
    )
    return safe.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")


def bounded(html: str) -> str:
    """The markup, cut where it is too long, and without tags where they are nested beyond reason."""
    if len(html) > LARGEST:
        html = _cut(html)
    if html.count("<") > DEEPEST and is_too_deep(html):
        return _TAG.sub(" ", html)
    return html


def _cut(html: str) -> str:
    """Before the tag that the cut would go through."""
    html = html[:LARGEST]
    return html[: max(html.rfind("<"), html.rfind(">") + 1)] or html


def is_too_deep(html: str) -> bool:
    """Whether elements may be nested deeper than DEEPEST, or are so many that nobody can tell cheaply.

    Tags are counted by their look. Somebody may hide closing tags in attributes or comments to fool that count,
    hence the limit on all of them, at which nh3 still takes but some 20 ms.
    """
    tags = _TAG_START.findall(html)
    if len(tags) > MOST_TAGS:
        return True
    depth = 0
    for closing, name in tags:
        if closing:
            depth = max(0, depth - 1)
        elif name.lower() not in _VOID:
            depth += 1
            if depth > DEEPEST:
                return True
    return False


def _gap(tag: re.Match[str]) -> str:
    return "" if tag[2] in _INLINE else " "


@lru_cache(maxsize=64)
def _cleaner(base: str) -> nh3.Cleaner:
    """One for each base address: building one costs more than a short text."""

    def judged(tag: str, attribute: str, value: str) -> str | None:
        if attribute not in ("href", "cite"):
            return value if len(value) <= 500 else None
        address = resolve(base, value)
        return address if is_openable(address) else None

    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=UNREAD,
        attributes=ATTRIBUTES,
        attribute_filter=judged,
        link_rel="noopener noreferrer nofollow",
        url_schemes={"http", "https", "mailto"},
    )
