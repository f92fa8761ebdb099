"""The reading of claims held to labelled sentences, and the labels to what they say of themselves."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

LABELLED = Path(__file__).parent / "labelled"
SCRIPT = Path(__file__).resolve().parents[3] / "packaging" / "measure_claims.py"


def _measuring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_claims", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["measure_claims"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


measuring = _measuring()


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LABELLED / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("group", "floor"), [("figures", 0.96), ("dates and times", 0.97), ("legal references", 0.97)]
)
def test_claims_of_sentences_are_read_as_they_are_labelled(group: str, floor: float) -> None:
    found = measuring.measured(measuring.sentences(_rows("own.jsonl"), {}))
    assert found.group(group).f1 >= floor, found.wrong


@pytest.mark.parametrize(
    ("group", "floor"), [("figures", 0.93), ("dates and times", 0.97), ("legal references", 0.95)]
)
def test_claims_of_chats_posts_and_minutes_are_read_as_they_are_labelled(group: str, floor: float) -> None:
    found = measuring.measured(measuring.sentences(_rows("chats.jsonl"), {}))
    assert found.group(group).f1 >= floor, found.wrong


def test_the_set_has_a_hundred_and_twenty_sentences_and_every_label_stands_in_one() -> None:
    rows = _rows("own.jsonl")
    assert len({row["text"] for row in rows}) == 120
    assert sum(not row["claims"] for row in rows) >= 40
    for row in rows:
        for label in row["claims"]:
            assert row["text"][label["start"] : label["end"]].strip(), row["text"]


def test_labels_of_news_hold_no_text_of_it() -> None:
    rows = _rows("real_news.jsonl")
    assert len(rows) == 487
    assert len({row["article"] for row in rows}) > 300
    for row in rows:
        assert set(row) == {"article", "start", "end", "sha256", "part", "claims"}
        assert re.fullmatch(r"[0-9a-f]{64}", row["sha256"])
        for label in row["claims"]:
            words = [*label.get("units", []), *label.get("subjects", [])]
            assert all(len(word.split()) <= 2 for word in words), words


def test_an_article_whose_text_is_another_one_is_refused() -> None:
    row = {"article": "a", "start": 0, "end": 4, "sha256": "0" * 64, "claims": []}
    with pytest.raises(ValueError, match="a: the text is not"):
        list(measuring.sentences([row], {"a": "lain"}))


def test_a_wrong_unit_or_subject_is_counted_as_missed_and_as_read_wrongly() -> None:
    label = {
        "kind": "figure",
        "start": 0,
        "end": 10,
        "values": [12],
        "units": ["orang"],
        "subjects": ["tahanan"],
    }
    right = measuring.measured([("12 orang tahanan kabur.", {"claims": [label]})]).group("figures")
    wrong = measuring.measured([("12 lembar paspor hilang.", {"claims": [label]})]).group("figures")
    assert (right.hits, right.wrong, right.missed) == (1, 0, 0)
    assert (wrong.hits, wrong.wrong, wrong.missed) == (0, 1, 1)
