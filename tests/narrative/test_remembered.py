"""Past narratives prepared for looking up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pantau.domain.ids import IssueId
from pantau.narrative.remembered import House, Past, house, read


def _past(issue: int, text: str, facts: tuple[str, ...] = ()) -> Past:
    return Past(IssueId(issue), "", 1, datetime(2026, 5, issue, tzinfo=UTC), True, text, facts)


RIOT = _past(
    1, "Dua orang luka ringan dalam kericuhan.\nKunjungan dibuka kembali.", ("Ada 1.087 warga binaan.",)
)
FEES = _past(2, "Tarif paspor biasa Rp350.000.\nLoket dibuka setiap hari.")
KNOWN = House((RIOT, FEES))


def _plainly(words: frozenset[str], number: int) -> float:
    return max(KNOWN.common(words, theirs) for theirs in KNOWN.texts[number].words)


@pytest.mark.parametrize(
    "text", ["Dua orang luka berat dalam kericuhan.", "Loket kunjungan dibuka.", "Tarif visa naik.", "Ya."]
)
def test_the_nearest_sentence_is_the_one_that_a_look_at_each_finds(text: str) -> None:
    (words,) = read(text).words
    near = KNOWN.nearness(words)
    assert [near.get(number, 0.0) for number in (0, 1)] == pytest.approx(
        [_plainly(words, number) for number in (0, 1)]
    )


def test_words_are_counted_by_the_narratives_that_have_them() -> None:
    words = read("Loket kunjungan dibuka.").words[0]
    assert dict(KNOWN.shared(words)) == {0: 2, 1: 2}


def test_facts_are_held_but_no_part_of_the_narrative_itself() -> None:
    whole = KNOWN.texts[0]
    assert whole.all - whole.until(len(RIOT.text)) == read(RIOT.facts[0]).all


def test_the_same_narratives_are_prepared_once() -> None:
    assert house((RIOT, FEES)) is house((RIOT, FEES))
