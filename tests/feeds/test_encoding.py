"""Bytes and what they call themselves: the text comes out, and a label that misled is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.feeds import problems
from pantau.feeds.encoding import declared, readable

TEXT = "<rss><t>Café “Réunion” – buka</t></rss>"
RUSSIAN = "<rss><t>Новости сегодня</t></rss>"
PLAIN = "<rss><t>Kabar</t></rss>"


def labelled(text: str, label: str, actual: str) -> bytes:
    return f'<?xml version="1.0" encoding="{label}"?>{text}'.encode(actual)


def text_of(data: bytes) -> str:
    return data.decode("utf-8").rpartition("?>")[2].lstrip("\ufeff")


SOUND = [
    ("UTF-8", labelled(TEXT, "UTF-8", "utf-8"), None, TEXT),
    ("no label", TEXT.encode(), None, TEXT),
    ("mark", b"\xef\xbb\xbf" + TEXT.encode(), None, TEXT),
    ("mark and label", b"\xef\xbb\xbf" + labelled(TEXT, "utf-8", "utf-8"), None, TEXT),
    ("UTF-16 with mark", labelled(TEXT, "utf-16", "utf-16"), None, TEXT),
    ("UTF-16-LE without", labelled(TEXT, "utf-16", "utf-16-le"), None, TEXT),
    ("UTF-16-BE without", labelled(TEXT, "utf-16", "utf-16-be"), None, TEXT),
    ("UTF-16 of ASCII alone", labelled(PLAIN, "utf-16", "utf-16-le"), None, PLAIN),
    ("UTF-16 of ASCII without a label", PLAIN.encode("utf-16-le"), None, PLAIN),
    ("UTF-32", labelled(TEXT, "utf-32", "utf-32"), None, TEXT),
    ("Windows-1252", labelled(TEXT, "windows-1252", "cp1252"), None, TEXT),
    ("Latin-1 that is Windows-1252", labelled(TEXT, "iso-8859-1", "cp1252"), None, TEXT),
    ("Windows-1251", labelled(RUSSIAN, "windows-1251", "cp1251"), None, RUSSIAN),
    ("KOI8-R", labelled(RUSSIAN, "koi8-r", "koi8-r"), None, RUSSIAN),
    ("by HTTP only", RUSSIAN.encode("cp1251"), "text/xml; charset=windows-1251", RUSSIAN),
    ("HTTP in quotes", RUSSIAN.encode("cp1251"), 'text/xml; Charset="windows-1251"', RUSSIAN),
    ("HTTP before XML", labelled(RUSSIAN, "utf-8", "cp1251"), "text/xml; charset=windows-1251", RUSSIAN),
    ("XML right, HTTP wrong", labelled(TEXT, "utf-8", "utf-8"), "text/xml; charset=iso-8859-1", TEXT),
    ("GB 2312", labelled("<t>法律新闻</t>", "gb2312", "gb18030"), None, "<t>法律新闻</t>"),
    ("ISO-2022-JP", labelled("<t>法律の話</t>", "iso-2022-jp", "iso2022_jp"), None, "<t>法律の話</t>"),
    ("wrong label without consequence", labelled(PLAIN, "windows-1251", "ascii"), None, PLAIN),
    ("text/xml without charset", TEXT.encode(), "text/xml", TEXT),
]
MISLED = [
    ("Windows-1252 called UTF-8", labelled(TEXT, "utf-8", "cp1252"), None, TEXT),
    ("Windows-1252 without a label", TEXT.encode("cp1252"), None, TEXT),
    ("Windows-1252 called UTF-8 by HTTP", TEXT.encode("cp1252"), "application/xml; charset=utf-8", TEXT),
    ("UTF-8 called Latin-1", labelled(TEXT, "iso-8859-1", "utf-8"), None, TEXT),
    ("nonsense for a label", labelled(TEXT, "bukan-sandi", "cp1252"), None, TEXT),
    ("nonsense for a label of ASCII", labelled(PLAIN, "bukan-sandi", "ascii"), None, PLAIN),
    ("a codec that is no encoding", labelled(TEXT, "zlib", "cp1252"), None, TEXT),
    (
        "UTF-8 broken once",
        TEXT.encode().replace(b"buka", b"b\xffka"),
        None,
        TEXT.replace("buka", "b\ufffdka"),
    ),
    ("UTF-8 cut off", "<t>Réunion –".encode()[:-1], None, "<t>Réunion \ufffd"),
    ("UTF-16 only by label", labelled(TEXT, "utf-16", "utf-8"), None, TEXT),
]


@pytest.mark.parametrize(
    ("body", "content_type", "text"), [case[1:] for case in SOUND], ids=[case[0] for case in SOUND]
)
def test_what_the_label_says_is_read(body: bytes, content_type: str | None, text: str) -> None:
    data, found = readable(body, content_type)
    assert text_of(data) == text
    assert found == ()


@pytest.mark.parametrize(
    ("body", "content_type", "text"), [case[1:] for case in MISLED], ids=[case[0] for case in MISLED]
)
def test_a_label_that_misled_is_named_and_the_text_saved(
    body: bytes, content_type: str | None, text: str
) -> None:
    data, found = readable(body, content_type)
    assert text_of(data) == text
    assert found == (problems.ENCODING,)


def test_what_was_another_encoding_no_longer_claims_to_be_one() -> None:
    assert declared(readable(labelled(RUSSIAN, "windows-1251", "cp1251"), None).data) == "utf-8"


def test_the_usual_body_is_handed_on_untouched() -> None:
    body = labelled(TEXT, "utf-8", "utf-8")
    assert readable(body, "application/rss+xml; charset=UTF-8").data is body


@given(
    st.binary(max_size=200),
    st.sampled_from(
        [None, "x; charset=utf-7", "x; charset=unicode_escape", "charset=\x00", "x; charset=hex"]
    ),
)
def test_any_bytes_become_utf_8(body: bytes, content_type: str | None) -> None:
    readable(body, content_type).data.decode("utf-8")
