"""Headers read into values, and sentences for every failure."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pantau import assets
from pantau.feeds.answers import LONGEST_WAIT, max_age, retry_after
from pantau.feeds.failures import explained

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
SOURCES = Path(assets.__file__).parent / "feeds"
MODULES = ("answers", "decoding", "destination", "failures", "fetch", "guard", "redirects", "turns")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Mon, 23 Nov 2026 05:02:00 GMT", 120),
        ("Mon, 23 Nov 2026 12:02:00 +0700", 120),
        ("Mon, 23 Nov 2026 05:02:00 -0000", 120),
        ("Mon, 23 Nov 2026 04:00:00 GMT", 0),
        ("Fri, 01 Jan 9999 00:00:00 GMT", LONGEST_WAIT),
        ("9" * 400, LONGEST_WAIT),
        ("999999", LONGEST_WAIT),
        ("-5", None),
        ("1.5", None),
        ("１２０", None),
        ("besok", None),
        ("Mon, 99 Foo 2026 05:02:00 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_both_forms_of_retry_after_are_read(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOON) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("max-age=300", 300),
        ('public, MAX-AGE="60", must-revalidate', 60),
        ("s-maxage=9, max-age = 5", None),
        ("max-age=-1", None),
        ("no-store", None),
        ("max-age=" + "9" * 50, LONGEST_WAIT),
        (None, None),
    ],
)
def test_freshness_is_read_from_cache_control(value: str | None, seconds: float | None) -> None:
    assert max_age(value) == seconds


def _sentences(language: str) -> dict[str, str]:
    text = assets.path(f"sentences/fetch.{language}.json").read_text(encoding="utf-8")
    told: dict[str, str] = json.loads(text)
    return told


def test_every_failure_has_its_sentence_in_both_languages() -> None:
    code = "\n".join((SOURCES / f"{name}.py").read_text(encoding="utf-8") for name in MODULES)
    raised = set(re.findall(r'(?<=")source\.[a-z-]+(?=")', code))
    assert raised == set(_sentences("id")) == set(_sentences("en"))


def test_both_languages_tell_the_same_facts() -> None:
    indonesian, english = _sentences("id"), _sentences("en")
    for key, sentence in indonesian.items():
        assert set(re.findall(r"{(\w+)", sentence)) == set(re.findall(r"{(\w+)", english[key])), key
        assert sentence.endswith(".")


@pytest.mark.parametrize(("given", "told"), [(30, 30), (30.0, 30), (2.6, 3), (0.5, 0.5)])
def test_a_timeout_is_told_in_whole_seconds(given: float, told: float) -> None:
    error = explained(TimeoutError(), "berita.example", given)
    assert (error.key, error.facts["seconds"]) == ("source.timeout", told)
