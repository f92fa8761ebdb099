"""JSON Feed, and JSON that only looks like one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.feeds import jsonfeed, problems

VERSION = "https://jsonfeed.org/version/1.1"


def feed(**items: object) -> str:
    return json.dumps({"version": VERSION, "title": "Uji", "items": [items]})


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        ("https://jsonfeed.org/version/1", "json10"),
        ("https://jsonfeed.org/version/1.0", "json10"),
        ("https://jsonfeed.org/version/1.1", "json11"),
        ("http://www.jsonfeed.org/version/1.1/", "json11"),
    ],
)
def test_versions_are_told_apart(version: str, kind: str) -> None:
    assert jsonfeed.read(json.dumps({"version": version, "items": []})).format == kind


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"items": []}', '{"version": 1, "items": []}', json.dumps({"version": VERSION})]
)
def test_other_json_is_no_feed(text: str) -> None:
    assert jsonfeed.read(text).problems == [problems.NOT_A_FEED]


@pytest.mark.parametrize(
    "text", ["{", '{"version": "' + VERSION + '", "items": [', "[" * 100_000, '{"a":' * 50_000]
)
def test_broken_or_bottomless_json_is_malformed(text: str) -> None:
    assert problems.MALFORMED in jsonfeed.read(text).problems


@pytest.mark.parametrize(
    ("identity", "guid"), [(17, "17"), ("17", "17"), (1.5, "1.5"), (None, ""), (True, ""), ([1], "")]
)
def test_an_id_is_taken_as_it_is_written(identity: object, guid: str) -> None:
    assert jsonfeed.read(feed(id=identity)).entries[0].guid == guid


def test_an_id_of_absurd_length_is_not_converted() -> None:
    text = feed(id=0).replace("0}", "9" * 10_000 + "}")
    assert len(jsonfeed.read(text).entries[0].guid) == 10_000


def test_the_authors_of_both_versions_are_read() -> None:
    assert jsonfeed.read(feed(author={"name": "Ani"})).entries[0].authors == ["Ani"]
    both = feed(author={"name": "Ani"}, authors=[{"name": "Budi"}, {"url": "x"}, "Cici", {"name": "Dedi"}])
    assert jsonfeed.read(both).entries[0].authors == ["Budi", "Dedi"]


def test_half_a_surrogate_pair_becomes_a_replacement() -> None:
    assert jsonfeed.read(feed(title="a\ud800b")).entries[0].title == "a\ufffdb"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    ["id", "url", "title", "content_html", "content_text", "summary", "date_published", "author", "authors"]
)


@given(st.lists(st.dictionaries(NAMES, ANYTHING, max_size=5) | ANYTHING, max_size=3))
def test_values_of_the_wrong_type_count_as_missing(items: list[object]) -> None:
    raw = jsonfeed.read(json.dumps({"version": VERSION, "items": items}))
    assert len(raw.entries) == sum(isinstance(item, dict) for item in items)
