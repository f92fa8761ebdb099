"""Every problem has its sentence, in both languages."""

from __future__ import annotations

import json

import pytest

from pantau import assets
from pantau.feeds import opml, problems

KEYS = [
    getattr(problems, name)
    for name in dir(problems)
    if name.isupper() and isinstance(getattr(problems, name), str)
]
OPML_KEYS = [
    "opml.not-opml",
    opml.NO_ADDRESS,
    opml.BAD_ADDRESS,
    opml.REPEATED,
    opml.TOO_MANY,
    opml.BROKEN_OFF,
]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_is_said_in_words(language: str) -> None:
    said = json.loads(assets.path(f"sentences/feeds.{language}.json").read_text(encoding="utf-8"))
    assert set(said) == {*KEYS, *OPML_KEYS}
    assert all(said.values())


def test_problems_are_told_worst_first_and_once() -> None:
    assert set(KEYS) == set(problems.WORST_FIRST)
    assert problems.ranked([problems.DATE_MISSING, problems.EMPTY, problems.DATE_MISSING]) == (
        problems.EMPTY,
        problems.DATE_MISSING,
    )
