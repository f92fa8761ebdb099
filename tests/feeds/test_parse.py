"""From a body to a feed: the pairs in `cases/`, what goes wrong and what is made of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import feed_cases
import pytest
from feed_cases import FILES, RECEIVED, URL
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pantau.domain.article import DateOrigin, Feed
from pantau.feeds import problems
from pantau.feeds.dates import WITA
from pantau.feeds.parse import parse
from pantau.feeds.raw import MOST_ENTRIES


def read(body: bytes | str, content_type: str | None = None) -> Feed:
    data = body.encode() if isinstance(body, str) else body
    return parse(data, url=URL, content_type=content_type, received=RECEIVED)


def rss(items: str, channel: str = "") -> str:
    return f'<rss version="2.0"><channel><title>Uji</title>{channel}{items}</channel></rss>'


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_is_read_as_the_one_beside_it_says(path: Path) -> None:
    assert feed_cases.as_plain(feed_cases.read(path)) == feed_cases.expected(path)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("empty.xml", problems.EMPTY),
        ("html-page.html", problems.HTML_PAGE),
        ("not-a-feed.xml", problems.NOT_A_FEED),
        ("json-broken.json", problems.NOT_A_FEED),
        ("entity-bomb.xml", problems.ENTITY_BOMB),
        ("truncated.xml", problems.TRUNCATED),
        ("unclosed-tag.xml", problems.MALFORMED),
        ("cp1252-called-utf8.xml", problems.ENCODING),
        ("indonesian-dates.xml", problems.DATE_MISSING),
        ("hostile-links.xml", problems.LINK_DROPPED),
    ],
)
def test_the_worst_problem_of_a_document_comes_first(name: str, key: str) -> None:
    assert feed_cases.read(feed_cases.FOLDER / name).problems[0] == key


def test_a_text_that_is_neither_markup_nor_json_is_no_feed() -> None:
    feed = read("404 page not found\n")
    assert (feed.problems, feed.entries, feed.parser) == ((problems.NOT_A_FEED,), (), "none")


def test_a_body_larger_than_is_looked_at_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pantau.feeds.parse.LARGEST", 500)
    feed = read(rss("<item><title>satu</title></item>" * 50))
    assert feed.problems[0] == problems.TOO_LARGE
    assert 0 < len(feed.entries) < 50


@pytest.mark.parametrize("is_plain", [True, False], ids=["quick", "careful"])
def test_only_the_first_two_thousand_entries_are_taken(is_plain: bool) -> None:
    items = "".join(f"<item><title>{number}</title></item>" for number in range(MOST_ENTRIES + 10))
    feed = read(rss(items, "" if is_plain else "<textInput><title>cari</title></textInput>"))
    assert feed.parser == ("lxml" if is_plain else "feedparser")
    assert len(feed.entries) == MOST_ENTRIES
    assert feed.entries[-1].title == str(MOST_ENTRIES - 1)
    assert problems.TOO_MANY_ENTRIES in feed.problems


def test_exactly_two_thousand_entries_are_no_problem() -> None:
    items = "<item><title>x</title><pubDate>2026-11-24T00:00:00Z</pubDate></item>" * MOST_ENTRIES
    assert read(rss(items)).problems == ()


def test_an_entry_longer_than_we_keep_is_cut_and_said_to_be() -> None:
    feed = read(rss(f"<item><description>{'kata ' * 60_000}</description></item>"))
    assert problems.TEXT_CUT in feed.problems
    assert len(feed.entries[0].summary_text) < 200_001


def test_the_zone_of_the_outlet_counts_where_a_date_names_none() -> None:
    body = rss("<item><title>a</title><pubDate>24 November 2026 10.00</pubDate></item>").encode()
    feed = parse(body, url=URL, content_type=None, received=RECEIVED, zone=WITA)
    assert feed.entries[0].published.isoformat() == "2026-11-24T02:00:00+00:00"
    assert feed.entries[0].published_origin is DateOrigin.ASSUMED


def test_the_fullest_text_of_an_entry_is_kept_whichever_element_it_stands_in() -> None:
    items = (
        "<item><description>Pendek.</description><c:encoded>Isi yang jauh lebih panjang.</c:encoded></item>"
        "<item><description>Uraian yang jauh lebih panjang.</description><c:encoded>Isi.</c:encoded></item>"
        '<item><description>Uraian.</description><c:encoded>&lt;img src="x.jpg"/&gt;</c:encoded></item>'
    )
    body = rss(items).replace("<rss ", '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/" ')
    texts = [entry.summary_text for entry in read(body).entries]
    assert texts == ["Isi yang jauh lebih panjang.", "Uraian yang jauh lebih panjang.", "Uraian."]


def test_entries_without_guid_link_or_date_still_have_a_steady_identity() -> None:
    body = rss("<item><title>Sama</title></item><item><title>Lain</title></item>")
    first, second = read(body), read(body)
    guids = [entry.guid for entry in first.entries]
    assert len(set(guids)) == 2
    assert all(guids)
    assert guids == [entry.guid for entry in second.entries]


def test_a_guid_is_kept_as_written_even_when_it_may_be_taken_for_a_relative_link() -> None:
    plain = read(rss("<item><guid>berita/17</guid></item>"))
    careful = read(rss("<item><guid>berita/17</guid><textInput/></item>"))
    assert [feed.entries[0].guid for feed in (plain, careful)] == ["berita/17"] * 2
    assert [feed.parser for feed in (plain, careful)] == ["lxml", "feedparser"]


@pytest.mark.parametrize(
    ("channel", "minutes"),
    [
        ("<ttl>45</ttl>", 45.0),
        ("<ttl>nol</ttl>", None),
        ("<ttl>0</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>inf</ttl>", None),
        ("", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 60.0),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 360.0),
        ("<sy:updatePeriod>kadang</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", None),
        ("<ttl>10</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 10.0),
    ],
)
def test_a_feed_says_how_often_it_wants_to_be_read(channel: str, minutes: float | None) -> None:
    body = rss("", channel).replace("<rss ", '<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" ')
    assert read(body).interval_minutes == minutes


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("sari@media.example (Sari Dewi)", "Sari Dewi"),
        ("Sari Dewi &lt;sari@media.example&gt;", "Sari Dewi"),
        ("Sari Dewi (sari@media.example)", "Sari Dewi"),
        ("sari@media.example", "sari@media.example"),
        ("&lt;b&gt;Sari&lt;/b&gt; &amp;amp; Budi", "Sari & Budi"),
        ("@saridewi", "@saridewi"),
        ("  ", ""),
    ],
)
def test_an_author_is_a_name_rather_than_an_address(written: str, kept: str) -> None:
    assert read(rss(f"<item><author>{written}</author></item>")).entries[0].author == kept


def test_the_careful_way_is_not_even_imported_for_a_plain_feed() -> None:
    script = (
        "import sys, datetime\n"
        "from pantau.feeds.parse import parse\n"
        f"body = {rss('<item><title>a</title></item>').encode()!r}\n"
        "now = datetime.datetime.now(datetime.UTC)\n"
        "assert parse(body, url='https://x.example/', content_type=None, received=now).parser == 'lxml'\n"
        "assert 'feedparser' not in sys.modules\n"
        "assert 'aiohttp' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def assert_sound(feed: Feed) -> None:
    for entry in feed.entries:
        assert entry.guid
        assert entry.link == "" or entry.link.startswith(("http://", "https://"))
        assert entry.published.utcoffset() is not None
        assert "<script" not in entry.summary_html.lower()
        assert not {*entry.title} & {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n\t\x00"}
        assert entry.summary_text == " ".join(entry.summary_text.split())


@given(
    st.binary(max_size=400), st.sampled_from([None, "text/xml", "application/rss+xml; charset=utf-16", "x"])
)
def test_no_bytes_whatever_raise(body: bytes, content_type: str | None) -> None:
    assert_sound(read(body, content_type))


DAMAGE = [
    b"",
    b"<",
    b"&",
    b"\x00",
    b"\xff",
    b"]]>",
    b"<![CDATA[",
    b"</item>",
    b"<item>",
    b'"',
    b"<!--",
    b"&#0;",
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.data())
def test_a_feed_damaged_anywhere_is_read_as_far_as_it_goes(data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from(FILES)).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(body)))
        length = data.draw(st.integers(0, 40))
        body[at : at + length] = data.draw(st.sampled_from(DAMAGE))
    assert_sound(read(bytes(body)))
