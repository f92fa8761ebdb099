import json
from pathlib import Path

import pytest

from pantau.language.gazetteer import places
from pantau.language.reading import read
from pantau.language.units import names

SETS = Path(__file__).parent / "labelled"
PARTS = ("dev", "kept", "late", "unseen")
RISKS = {"hoaks", "ujaran_kebencian", "provokasi"}


def _rows(name, parts=PARTS):
    return [
        json.loads(line)
        for part in parts
        if (SETS / f"{name}.{part}.jsonl").exists()
        for line in (SETS / f"{name}.{part}.jsonl").read_text("utf-8").splitlines()
    ]


@pytest.mark.parametrize(
    ("name", "least", "known"),
    [
        ("regions", 300, {place.code for place in places()}),
        ("units", 200, set(names())),
        ("tone", 810, {"negatif", "netral", "positif"}),
        ("risk", 810, RISKS),
    ],
)
def test_the_labelled_sets_are_large_enough_and_name_only_what_there_is(name, least, known):
    rows = _rows(name)
    assert len(rows) >= least
    assert len({row["text"] for row in rows}) == len(rows)
    field = "risks" if name == "risk" else name
    for row in rows:
        labels = row[field] if isinstance(row[field], list) else [row[field]]
        assert set(labels) <= known, row


@pytest.mark.parametrize(
    ("name", "part", "share"),
    [
        ("regions", "kept", 0.93),
        ("units", "kept", 0.9),
        ("tone", "kept", 0.9),
        ("risk", "kept", 0.93),
        ("units", "unseen", 0.88),
        ("tone", "unseen", 0.83),
        ("risk", "unseen", 0.9),
    ],
)
def test_texts_that_were_kept_aside_are_read_as_they_are_labelled(name, part, share):
    rows = _rows(name, [part])
    right = 0
    for row in rows:
        reading = read("", row["text"])
        got = {
            "regions": [region.code for region in reading.regions],
            "units": list(reading.units),
            "tone": reading.tone.label.value,
            "risk": [risk.kind.value for risk in reading.risks],
        }[name]
        want = row["risks" if name == "risk" else name]
        right += (sorted(got) == sorted(want)) if isinstance(want, list) else got == want
    assert right >= share * len(rows)


def test_every_piece_of_evidence_shows_the_words_it_points_at():
    for name in ("tone", "risk", "regions"):
        for row in _rows(name):
            reading = read("", row["text"])
            found = [*reading.tone.evidence]
            found += [one for risk in reading.risks for one in risk.evidence]
            found += [one for region in reading.regions for one in region.evidence]
            assert all(row["text"][one.start : one.end] == one.text for one in found)
