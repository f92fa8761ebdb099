"""The quick way of reading must come to exactly what the careful one does, or say nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from feed_cases import FILES, RECEIVED, URL
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pantau.domain.article import Feed
from pantau.feeds import fast, reference
from pantau.feeds.assembly import Circumstances, assembled
from pantau.feeds.dates import WIB
from pantau.feeds.encoding import readable

HERE = Circumstances(URL, RECEIVED, WIB)
QUICKLY_READ = {
    "rss-plain.xml",
    "rss-wordpress.xml",
    "atom-plain.xml",
    "titles.xml",
    "atom-blogger.xml",
    "indonesian-dates.xml",
    "author-mail.xml",
}
LEFT_TO_FEEDPARSER = {"atom-xhtml.xml", "atom03.xml", "rdf10.xml", "rss091-doctype.xml", "double-elements.xml",
                      "unknown-default-namespace.xml", "external-entity.xml", "undeclared-prefix.xml"}  # fmt: skip


def quickly(body: bytes) -> Feed | None:
    raw = fast.read(readable(body, None).data)
    return raw and replace(assembled(raw, HERE), parser="")


def carefully(body: bytes) -> Feed:
    return replace(assembled(reference.read(readable(body, None).data, URL), HERE), parser="")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_ways_agree_on_every_case_that_both_read(path: Path) -> None:
    feed = quickly(path.read_bytes())
    assert feed is None or feed == carefully(path.read_bytes())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_plain_feeds_are_read_quickly_and_odd_ones_are_not(path: Path) -> None:
    is_quick = quickly(path.read_bytes()) is not None
    assert is_quick or path.name not in QUICKLY_READ
    assert not is_quick or path.name not in LEFT_TO_FEEDPARSER


# Pieces that the two might see differently: markup and entities of every degree, odd white space, C1 controls,
# Latin-1 that is UTF-8 in disguise, links of all sorts, names that are addresses.
WORDS = st.sampled_from([
    "", " ", "Lapas", "Kantor Imigrasi", "&", "&amp;", "&lt;b&gt;", "<b>tebal</b>", "<br>",
    "<p>satu</p><p>dua</p>", "<script>x</script>", "<a href='/a'>a</a>", '<a href="javascript:x">b</a>',
    "]]", "\n", "\t", "\xa0", "\u2003", "Café", "CafÃ©", "\x85", "\x92", "“”", "–", "\u202e", "&#8217;",
    "&nbsp;", "a < b", "<3", "😀", "\ufeff", "'", '"', "@", "sari@media.example", "(Sari)",
    "<sari@media.example>", "\u00c2\u00a0", "e\u0301", "\u00e2\u0080\u0099",
])  # fmt: skip
TEXTS = st.lists(WORDS, max_size=5).map("".join)
LINKS = st.sampled_from([
    "https://media.example/a", "https://media.example/a?b=1&c=2", "https://media.example/a?utm_source=x#f",
    "http://MEDIA.example/", "/relatif", "relatif", "//host.example/x", "https://media.example",
    "https://media.example?x=1", "javascript:alert(1)", "", " ", "https://media.example/a b",
    "https://media.example/ä", "https://user@media.example/", "https:///x", "https://media.example/a;b",
    "https://media.example/a&amp;b", "tag:media.example,2026:1", "12345", "https://media.example:443/",
    "https://media.example/../x", "https://media.example/a\n", "urn:uuid:1", "https://media.example/%41?",
    "https://media.example/&copy;x", "feed:https://media.example/",
])  # fmt: skip
GOOD_LINKS = st.sampled_from(
    ["https://media.example/a", "https://media.example/b?c=1&d=2", "http://media.example:8080/e.html"]
)
DATES = st.sampled_from([
    "Tue, 24 Nov 2026 15:02:25 +0700", "2026-11-24T15:02:25Z", "Senin, 23 November 2026 10.00 WIB", "kapan",
    "", "24/11/2026", "99999",
])  # fmt: skip


def attributes(*choices: str) -> st.SearchStrategy[str]:
    return st.sampled_from(choices)


def element(
    name: str, texts: st.SearchStrategy[str], attribute: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    def written(text: str, said: str, is_cdata: bool) -> str:
        inside = f"<![CDATA[{text.replace(']]', '')}]]>" if is_cdata else escape(text)
        return f"<{name}{said}>{inside}</{name}>"

    return st.builds(written, texts, attribute, st.booleans())


NONE = attributes("")
RSS_ITEM = st.lists(
    st.one_of(
        element("title", TEXTS, attributes("", "", "", ' type="html"')),
        element("link", LINKS | GOOD_LINKS, NONE),
        element(
            "guid",
            LINKS | TEXTS,
            attributes("", ' isPermaLink="false"', ' isPermaLink="true"', ' ispermalink="False"'),
        ),
        element("description", TEXTS, attributes("", "", "", ' xml:lang="id"')),
        element("content:encoded", TEXTS, NONE),
        element("pubDate", DATES, NONE),
        element("dc:date", DATES, NONE),
        element("author", TEXTS, NONE),
        element("dc:creator", TEXTS, NONE),
        element("category", TEXTS, attributes("", ' domain="x"')),
        element("media:title", TEXTS, NONE),
        element("source", TEXTS, attributes("", ' url="https://lain.example/"')),
        element("comments", LINKS, NONE),
        element("thumbnail", LINKS, NONE),
        st.just('<media:content url="https://media.example/x.jpg"/>'),
        st.just("<media:group><media:title>Kelompok</media:title></media:group>"),
        st.just('<enclosure url="https://media.example/x.mp3" length="1" type="audio/mpeg"/>'),
        st.just('<atom:link rel="self" href="https://media.example/feed"/>'),
        st.just('<atom:link href="https://media.example/atom"/>'),
        st.just('<post-id xmlns="com-wordpress:feed-additions:1">7</post-id>'),
        st.just("<!-- komentar -->"),
        st.just("<image>https://media.example/x.jpg</image>"),
        st.just("<img>https://media.example/x.jpg</img>"),
        st.just("<x:lain>apa pun</x:lain>"),
        st.just("<itunes:author>Radio</itunes:author>"),
        st.just("<slash:comments>3</slash:comments>"),
    ),
    max_size=7,
    unique_by=lambda written: written[:8],
).map(lambda parts: f"<item>{''.join(parts)}</item>")
RSS_CHANNEL = st.lists(
    st.one_of(
        RSS_ITEM,
        RSS_ITEM,
        element("title", TEXTS, NONE),
        element("link", LINKS | GOOD_LINKS, NONE),
        element("description", TEXTS, NONE),
        element("language", st.sampled_from(["id", "in", "id-ID", "en_us", "bahasa Indonesia", ""]), NONE),
        element("ttl", st.sampled_from(["30", "x", " 5 "]), NONE),
        st.just("<image><title>g</title><url>u</url><link>l</link></image>"),
        st.just("<image><title>g</title><x:y/><link>l</link></image>"),
        st.just("<skipHours><hour>1</hour></skipHours>"),
        st.just("<sy:updatePeriod>daily</sy:updatePeriod>"),
        st.just('<atom:link rel="self" href="https://media.example/feed"/>'),
        st.just("<itunes:summary>ringkas</itunes:summary>"),
        st.just("<dc:language>id</dc:language>"),
    ),
    max_size=6,
)
RSS_ROOT = st.sampled_from(
    [' version="2.0"', ' version="2.0"', ' version="0.91"', "", ' version="2.0" xml:lang="id"']
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(RSS_CHANNEL, RSS_ROOT)
def test_both_ways_agree_on_any_rss_made_of_likely_parts(parts: list[str], root: str) -> None:
    bound = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:x="urn:x"'
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
        ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
    )
    body = f"<rss {bound}{root}><channel>{''.join(parts)}</channel></rss>".encode()
    feed = quickly(body)
    assert feed is None or feed == carefully(body)


TYPES = attributes(
    "",
    "",
    ' type="html"',
    ' type="text"',
    ' type="text/html"',
    ' type="HTML"',
    ' type="xhtml"',
    ' type="text/plain"',
)
PERSON = st.lists(
    st.one_of(
        element("name", TEXTS, NONE),
        element("email", TEXTS, NONE),
        element("uri", LINKS, NONE),
        st.just("tersesat"),
    ),
    max_size=3,
).map(lambda parts: f"<author>{''.join(parts)}</author>")


def atom_links() -> st.SearchStrategy[str]:
    relation = st.sampled_from(
        ["", ' rel="alternate"', ' rel="self"', ' rel="replies"', ' rel="Alternate"', ' rel=""']
    )
    kind = st.sampled_from(["", ' type="text/html"', ' type="application/json"', ' type="TEXT/HTML"'])
    return st.builds(
        lambda url, rel, typ: f"<link{rel}{typ} href={url!r}/>".replace("&", "&amp;").replace("\\n", " "),
        LINKS,
        relation,
        kind,
    )


ATOM_ENTRY = st.lists(
    st.one_of(
        element("title", TEXTS, TYPES),
        atom_links(),
        atom_links(),
        element("id", LINKS, NONE),
        element("published", DATES, NONE),
        element("updated", DATES, NONE),
        element("summary", TEXTS, TYPES),
        element("content", TEXTS, TYPES),
        PERSON,
        st.just('<category term="hukum"/>'),
        st.just("<contributor><name>Pembantu</name></contributor>"),
        st.just("<source><title>Asal</title><id>asal</id></source>"),
        st.just('<content src="https://media.example/isi"/>'),
        st.just('<media:thumbnail url="https://media.example/x.jpg"/>'),
    ),
    max_size=7,
).map(lambda parts: f"<entry>{''.join(parts)}</entry>")
ATOM_FEED = st.lists(
    st.one_of(
        ATOM_ENTRY,
        ATOM_ENTRY,
        element("title", TEXTS, TYPES),
        atom_links(),
        element("id", LINKS, NONE),
        element("updated", DATES, NONE),
        element("subtitle", TEXTS, TYPES),
        PERSON,
        st.just("<generator uri='x'>y</generator>"),
        st.just("<logo>/logo.png</logo>"),
    ),
    max_size=6,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(
    ATOM_FEED, st.sampled_from(["", ' xml:lang="id"', ' xml:base="https://lain.example/"', ' version="1.0"'])
)
def test_both_ways_agree_on_any_atom_made_of_likely_parts(parts: list[str], root: str) -> None:
    bound = 'xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
    body = f"<feed {bound}{root}>{''.join(parts)}</feed>".encode()
    feed = quickly(body)
    assert feed is None or feed == carefully(body)


@pytest.mark.parametrize(
    "root",
    [
        'xmlns:dc="urn:bukan-dublin-core"',
        'xmlns:content="http://purl.org/dc/elements/1.1/"',
        'xmlns="http://purl.org/rss/1.0/"',
        'xmlns:rss="http://purl.org/rss/1.0/"',
        'xmlns="http://backend.userland.com/rss2"',
        'base="https://lain.example/"',
        'xml:base="https://lain.example/"',
    ],
)
def test_a_root_that_changes_what_names_mean_is_left_to_feedparser(root: str) -> None:
    assert quickly(f'<rss version="2.0" {root}><channel><title>a</title></channel></rss>'.encode()) is None


@pytest.mark.parametrize(
    "inside",
    [
        '<item xmlns:dc="urn:x"><title>a</title></item>',
        '<item xml:base="https://lain.example/"><title>a</title></item>',
        "<item><title>a<b>c</b></title></item>",
        "<item><title>a</title><title>b</title></item>",
        '<item about="x"><title>a</title></item>',
        "<item><link>javascript:x</link></item>",
        "<item><description>a</description><summary>b</summary></item>",
        "<item><image><title>b</title></image></item>",
        "<textInput><title>b</title></textInput>",
    ],
)
def test_anything_that_feedparser_might_read_otherwise_is_left_to_it(inside: str) -> None:
    assert quickly(f'<rss version="2.0"><channel>{inside}</channel></rss>'.encode()) is None
