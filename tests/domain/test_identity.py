"""Identities must not change: the database is full of them."""

from __future__ import annotations

from datetime import UTC, datetime

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.identity import identity, key64


def _entry(guid: str, link: str, title: str = "Judul", text: str = "Isi") -> Entry:
    return Entry(guid, link, title, "", text, text, datetime(2026, 11, 24, tzinfo=UTC), DateOrigin.STATED)


def test_a_hash_stays_what_it_was() -> None:
    assert key64("https://kabar.example/1") == 8361397919830933927


def test_an_entry_whose_guid_is_its_address_has_one_identity() -> None:
    known = identity(_entry("https://kabar.example/1", "https://kabar.example/1"))

    assert known.guid == known.link
    assert known.alias is None


def test_only_a_guid_that_names_its_outlet_is_an_alias() -> None:
    assert identity(_entry("https://kabar.example/?p=7", "https://kabar.example/7")).alias is not None
    assert identity(_entry("post-7", "https://kabar.example/7")).alias is None


def test_an_entry_without_an_address_is_known_in_its_source_alone() -> None:
    assert identity(_entry("post-7", "")).link is None


def test_the_mark_follows_the_wording() -> None:
    before, after = _entry("a", "b"), _entry("a", "b", text="Isi baru")

    assert identity(before).mark != identity(after).mark
    assert identity(before)[:3] == identity(after)[:3]
