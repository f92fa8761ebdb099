"""The gate against tests/narrative/labelled/gate.jsonl, each part apart."""

import json
from collections import Counter
from pathlib import Path

import pytest

from pantau.evaluate.gate import judged, shares

LABELLED = Path(__file__).parent.parent / "labelled" / "gate.jsonl"
ROWS = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
UNSEEN = [
    json.loads(line)
    for line in LABELLED.with_name("gate.unseen.jsonl").read_text(encoding="utf-8").splitlines()
]


def part(kept):
    return [row for row in ROWS if row["kept"] is kept]


def test_the_labels_stand_where_they_say_and_are_enough():
    for row in ROWS:
        for label in row["expected"]:
            assert row["text"][label["start"] : label["end"]] == label["text"], row["id"]
    assert len({row["text"] for row in ROWS}) == len(ROWS) >= 150


@pytest.mark.parametrize("kept", [False, True], ids=["tuned on", "kept aside"])
def test_children_and_victims_are_found_in_at_least_95_of_100(kept):
    found = shares(part(kept))
    both = [found["child-identity"], found["victim-identity"]]
    labelled, hits = sum(one.labelled for one in both), sum(one.found for one in both)
    assert hits / labelled >= 0.95


@pytest.mark.parametrize("kept", [False, True], ids=["tuned on", "kept aside"])
def test_clean_releases_raise_an_alarm_in_at_most_5_of_100(kept):
    clean = [row for row in part(kept) if not row["expected"]]
    assert sum(bool(judged(row)) for row in clean) / len(clean) <= 0.05


def test_texts_whose_misses_were_never_looked_at_are_found_as_often_as_told():
    found = shares(UNSEEN)
    both = [found["child-identity"], found["victim-identity"]]
    assert sum(one.found for one in both) / sum(one.labelled for one in both) >= 0.75
    clean = [row for row in UNSEEN if not row["expected"]]
    assert sum(bool(judged(row)) for row in clean) / len(clean) <= 0.05


def test_every_other_rule_finds_nine_of_ten():
    wanted, hits = Counter(), Counter()
    for rule, share in shares(ROWS).items():
        wanted[rule] += share.labelled
        hits[rule] += share.found
    assert {rule for rule in wanted if hits[rule] < 0.9 * wanted[rule]} == set()
