"""Broken documents mended, and those built to choke a parser read in time that grows no faster than they do."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from feed_cases import RECEIVED, URL

from pantau.domain.article import Feed
from pantau.feeds import problems, reference
from pantau.feeds.balance import balanced
from pantau.feeds.parse import parse
from pantau.feeds.repair import LARGE, mended

HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>Uji</title>'
TAIL = "</channel></rss>"


def read(document: str) -> Feed:
    return parse(document.encode(), url=URL, content_type=None, received=RECEIVED)


def item(inside: str) -> str:
    return f"{HEAD}<item><title>a</title>{inside}</item>{TAIL}"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("<rss><channel>", "<rss><channel></channel></rss>"),
        ("<a></b></a>", "<a></a>"),
        ("<a><b></a>", "<a><b></b></a>"),
        ("<item><title>x<link>y</link></item>", "<item><title>x</title><link>y</link></item>"),
        ("<item>x<item>y</item>", "<item>x</item><item>y</item>"),
        ("<description>a <b>b</description>", "<description>a <b>b</b></description>"),
        ("<title>1 < 2</title>", "<title>1 &lt; 2</title>"),
        (
            "<image><title>x</title></image><title>y</title>",
            "<image><title>x</title></image><title>y</title>",
        ),
        ("<title><![CDATA[<item>]]></title>", "<title><![CDATA[<item>]]></title>"),
        ("<a title='<'>x</a>", "&lt;a title='&lt;'>x"),
        ("<br/>x", "<br/>x"),
    ],
)
def test_tags_are_put_in_the_order_that_feeds_have(broken: str, whole: str) -> None:
    assert balanced(broken) == whole


def test_a_sound_document_is_left_as_it_is() -> None:
    data = item("<description>&lt;p&gt;x&lt;/p&gt;</description>").encode()
    assert mended(data) == (data, "rss", ())


def test_a_large_document_is_the_same_to_feedparser_with_its_markup_quoted() -> None:
    text = "&lt;p&gt;Tanya &amp;amp; jawab ]] &lt;b&gt;tebal&lt;/b&gt;&lt;/p&gt;"
    small = mended(item(f"<description>{text}</description><textInput/>").encode())
    large = mended(item(f"<description>{text}</description><textInput/><!--{'x' * LARGE}-->").encode())
    assert b"<![CDATA[<p>" in large.data
    assert reference.read(large.data, URL) == reference.read(small.data, URL)


@pytest.mark.parametrize(
    "document",
    [
        item("<description>Tanya & jawab</description>"),
        item("<description>a&nbsp;b</description>")
        .replace("?>", '?><!DOCTYPE rss [<!ENTITY x "y">]>')
        .replace("&nbsp;", "&tak;"),
        item("<description>kendali \x01\x08 di sini</description>"),
        item("<description>acuan &#0; &#x1f; &#xffff;</description>"),
        item("<media:title>tanpa deklarasi</media:title>"),
        item("<description>1 < 2</description>"),
        item("<description>tidak ditutup"),
        HEAD + "<item><title>a</title></item>",
        f"{HEAD}<item><title>a</item>{TAIL}",
    ],
)
def test_the_mistakes_that_feeds_make_cost_no_article(document: str) -> None:
    feed = read(document)
    assert [entry.title for entry in feed.entries] == ["a"] or feed.entries[0].summary_text
    assert problems.MALFORMED in feed.problems


def attributes(count: int) -> str:
    said = " ".join(f'a{number}="x"' for number in range(count))
    return f"{HEAD}<item {said}><title>a</title></item>{TAIL}"


def nested(count: int) -> str:
    return item("<a>" * count + "</a>" * count)


def xhtml(count: int) -> str:
    inside = f'<div xmlns="http://www.w3.org/1999/xhtml">{"<b>x</b>" * count}</div>'
    entry = f'<entry><title>a</title><content type="xhtml">{inside}</content></entry>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'


def entities(count: int) -> str:
    stated = "".join(f'<!ENTITY e{number} "v{number}">' for number in range(count))
    return f"<!DOCTYPE rss [{stated}]>" + item("".join(f"&e{number};" for number in range(count)))


def prefixes(count: int) -> str:
    return item("".join(f"<p{number}:a/>" for number in range(count)))


AMPLIFIERS: dict[str, Callable[[int], str]] = {
    "attributes": attributes,
    "depth": nested,
    "depth without end": lambda count: HEAD + "<item>" + "<a>" * count,
    "author": lambda count: item(f"<author>{'a.' * count}@x</author>"),
    "authors": lambda count: item("<author>a</author><textInput/>" * count),
    "titles": lambda count: item("<title>b</title>" * count),
    "links": lambda count: item("<link>https://a.example/</link>" * count),
    "entries": lambda count: HEAD + "<item><title>a" * count,
    "ampersands": lambda count: item(f"<description>{'&' * count}</description>"),
    "brackets": lambda count: item(f"<description>{'<' * count}</description>"),
    "open CDATA": lambda count: item(f"<description>{'<![CDATA[' * count}</description>"),
    "open comments": lambda count: HEAD + "<!--" * count,
    "open declarations": lambda count: "<!DOCTYPE a [" * count + HEAD + TAIL,
    "open quotes": lambda count: HEAD + '<a b="' * count,
    "entities": entities,
    "prefixes": prefixes,
    "xhtml": xhtml,
    "markup": lambda count: item(f"<description>{'<p x=y>' * count}</description>"),
    "escaped markup": lambda count: item(f"<description>{'&lt;div&gt;' * count}</description>"),
    "outlines": lambda count: f"<opml><body>{'<outline/>' * count}</body></opml>",
    "spaces": lambda count: "<?xml " + " " * count,
    "lists": lambda count: '{"version":"https://jsonfeed.org/version/1.1","items":' + "[" * count,
}


@pytest.mark.parametrize("name", AMPLIFIERS)
def test_a_document_built_to_choke_a_parser_does_not(name: str) -> None:
    read(AMPLIFIERS[name](10))  # imports and caches
    begun = time.perf_counter()
    read(AMPLIFIERS[name](50_000))
    assert time.perf_counter() - begun < 4.0


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("attributes", problems.TOO_COMPLEX),
        ("depth", problems.TOO_DEEP),
        ("author", problems.TOO_COMPLEX),
        ("titles", problems.TOO_COMPLEX),
        ("xhtml", problems.TOO_COMPLEX),
    ],
)
def test_what_was_cut_is_named_and_the_article_stays(name: str, key: str) -> None:
    feed = read(AMPLIFIERS[name](30_000))
    assert key in feed.problems
    assert [entry.title for entry in feed.entries] == ["a"]
