"""The check on seven narratives of which a third of the faithful texts was flagged at first sight."""

from __future__ import annotations

from tests.narrative.drift.measuring import STRICT, measure
from tests.narrative.pairs import pairs


def test_at_most_one_in_twenty_faithful_texts_is_flagged_and_four_in_five_drifts_are_found() -> None:
    measured = measure(pairs("fresh_k"))
    assert measured.faithful == 56
    assert measured.false_alarms <= 0.05, measured.flagged
    assert measured.recall(STRICT) >= 0.8, (measured.wanted, measured.found)
    assert measured.recall() >= 0.8, (measured.wanted, measured.found)
