"""Lists of feeds: what readers export is taken, what is no feed is refused with a reason, and it goes out again."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.errors import PantauError
from pantau.domain.source import NewSource
from pantau.feeds import opml


def listed(inside: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{inside}</body></opml>'.encode()


def test_folders_are_flattened_and_the_order_stays() -> None:
    file = opml.read(
        listed(
            '<outline text="Jawa"><outline text="Barat"><outline type="rss" text="Satu" xmlUrl="https://satu.example/rss"/></outline>'
            '<outline type="rss" text="Dua" xmlUrl="https://dua.example/rss"/></outline>'
            '<outline type="rss" title="Tiga" xmlUrl="https://tiga.example/rss"/>'
        )
    )
    assert file.feeds == (
        NewSource("https://satu.example/rss", "Satu"),
        NewSource("https://dua.example/rss", "Dua"),
        NewSource("https://tiga.example/rss", "Tiga"),
    )
    assert file.refused == ()


@pytest.mark.parametrize(
    ("outline", "address"),
    [
        ('<outline xmlUrl="https://a.example/rss"/>', "https://a.example/rss"),
        ('<outline xmlurl="https://a.example/rss"/>', "https://a.example/rss"),
        ('<outline XMLURL="https://a.example/rss"/>', "https://a.example/rss"),
        ('<OUTLINE xmlUrl=" https://a.example/rss "/>', "https://a.example/rss"),
        ('<outline type="rss" url="https://a.example/rss"/>', "https://a.example/rss"),
        ('<outline xmlUrl="feed://a.example/rss"/>', "http://a.example/rss"),
        ('<outline xmlUrl="feed:https://a.example/rss"/>', "https://a.example/rss"),
        ('<outline xmlUrl="https://a.example/?a=1&amp;b=2"/>', "https://a.example/?a=1&b=2"),
        ('<outline xmlUrl="https://a.example/?a=1&b=2"/>', "https://a.example/?a=1&b=2"),
        ('<outline xmlUrl="http://127.0.0.1:8080/rss"/>', "http://127.0.0.1:8080/rss"),
    ],
)
def test_addresses_are_found_as_readers_write_them(outline: str, address: str) -> None:
    assert [feed.url for feed in opml.read(listed(outline)).feeds] == [address]


@pytest.mark.parametrize(
    ("outline", "why"),
    [
        ('<outline type="rss" text="Kosong"/>', opml.NO_ADDRESS),
        ('<outline type="rss" xmlUrl=""/>', opml.NO_ADDRESS),
        ('<outline xmlUrl="javascript:alert(1)"/>', opml.BAD_ADDRESS),
        ('<outline xmlUrl="file:///etc/passwd"/>', opml.BAD_ADDRESS),
        ('<outline xmlUrl="https://sari:sandi@a.example/"/>', opml.BAD_ADDRESS),
        ('<outline xmlUrl="umpan.xml"/>', opml.BAD_ADDRESS),
    ],
)
def test_what_cannot_be_a_source_is_refused_with_a_reason(outline: str, why: str) -> None:
    file = opml.read(listed(outline))
    assert file.feeds == ()
    assert [refusal.why for refusal in file.refused] == [why]


def test_folders_notes_and_web_links_are_neither_taken_nor_refused() -> None:
    file = opml.read(
        listed(
            '<outline text="Catatan"/><outline type="link" url="https://a.example/"/><outline text="Folder"/>'
        )
    )
    assert (file.feeds, file.refused) == ((), ())


def test_the_same_address_is_taken_once_however_it_is_spelt() -> None:
    file = opml.read(
        listed(
            '<outline text="A" xmlUrl="https://a.example/rss"/><outline text="B" xmlUrl="HTTPS://A.example:443/rss#x"/>'
        )
    )
    assert [feed.name for feed in file.feeds] == ["A"]
    assert file.refused == (opml.Refusal("HTTPS://A.example:443/rss#x", opml.REPEATED),)


@pytest.mark.parametrize(
    "body", [b"", b"halo", b"<html><body>x</body></html>", b"<rss version='2.0'/>", b"\x00\x01", b"{}"]
)
def test_a_file_that_is_no_list_says_so(body: bytes) -> None:
    with pytest.raises(PantauError) as told:
        opml.read(body)
    assert told.value.key == "opml.not-opml"


CAFE = '<opml><body><outline xmlUrl="https://a.example/rss" text="café"/></body></opml>'
NAMED = b'<opml><body><outline text="&b;" xmlUrl="https://a.example/rss"/></body></opml>'


@pytest.mark.parametrize(
    "body",
    [
        b'<opml><body><outline xmlUrl="https://a.example/rss"/><outline xmlUrl="https://b.exa',
        b'<opml><body><outline xmlUrl="https://a.example/rss">',
        b'<opml><body><outline xmlUrl="https://a.example/rss" text="A & B"></body>',
        b'\n\n<?xml version="1.0" encoding="utf-8"?>' + CAFE.encode("cp1252"),
        b'<!DOCTYPE opml [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>' + NAMED,
        b'<!DOCTYPE opml [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + NAMED,
    ],
    ids=["cut off", "unclosed", "bare signs", "wrong encoding", "bomb", "external"],
)
def test_a_damaged_or_hostile_file_gives_what_can_be_read(body: bytes) -> None:
    file = opml.read(body)
    assert [feed.url for feed in file.feeds] == ["https://a.example/rss"]
    assert "root:" not in file.feeds[0].name


def test_two_hundred_thousand_feeds_are_read_in_seconds() -> None:
    body = opml.write(
        (NewSource(f"https://media-{number}.example/rss", f"Media {number}") for number in range(200_000)),
        "Banyak",
    )
    begun = time.perf_counter()
    assert len(opml.read(body).feeds) == 200_000
    assert time.perf_counter() - begun < 6.0  # under 2 s where nothing else runs


ADDRESSES = st.from_regex(r"https?://[a-z]{1,8}\.example/[a-zA-Z0-9/._~&=?%-]{0,30}", fullmatch=True).filter(
    opml.canonical
)
NAMES = st.text(max_size=80).map(lambda text: opml.one_line(opml.as_xml(text), opml.NAME_LENGTH))


@given(
    st.lists(
        st.builds(NewSource, ADDRESSES, NAMES.filter(bool)),
        max_size=8,
        unique_by=lambda new: opml.canonical(new.url),
    ),
    NAMES,
)
def test_what_is_written_is_read_back(sources: list[NewSource], name: str) -> None:
    assert opml.read(opml.write(sources, name)) == opml.OpmlFile(tuple(sources))


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: listed(text)))
def test_no_file_whatever_does_more_than_hold_no_list(body: bytes) -> None:
    with suppress(PantauError):
        opml.read(body)


def test_a_file_that_breaks_off_gives_what_can_be_read_and_says_so() -> None:
    whole = listed('<outline xmlUrl="https://a.example/rss"/><outline xmlUrl="https://b.example/rss"/>')
    file = opml.read(whole[: whole.index(b"b.example")])
    assert [feed.url for feed in file.feeds] == ["https://a.example/rss"]
    assert file.refused == (opml.Refusal("", opml.BROKEN_OFF),)
    assert opml.read(whole).refused == ()
