"""`pantau evaluate` on what others write: odd lines are named, odd values are wrong usage, results are JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import CommandLine

JUDGEMENTS = ("stories", "text", "queue", "claims", "gate", "drift")
SOUND = {
    "id": "a",
    "title": "Lapas",
    "text": "Lapas aman.",
    "published": "2026-03-01T10:00:00+07:00",
    "narrative": "Lapas aman.",
    "variant": "Lapas aman.",
}
DEEP = (
    '{"id":1,"published":"2026-03-01","narrative":"a","variant":"b","text":' + "[" * 100_000 + "]" * 100_000
)


@pytest.mark.parametrize("judgement", JUDGEMENTS)
@pytest.mark.parametrize(
    "odd",
    [
        pytest.param(DEEP + "}", id="nested-deeper-than-python-goes"),
        pytest.param(json.dumps({**SOUND, "id": float("nan")}), id="no-json-but-of-javascript"),
        pytest.param(json.dumps({**SOUND, "text": ["a"], "variant": ["a"]}), id="a-list-for-a-text"),
        pytest.param(json.dumps({**SOUND, "text": True, "variant": True}), id="a-truth-value-for-a-text"),
        pytest.param("[1, 2]", id="no-object"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_nothing_is_written(
    pantau: CommandLine, tmp_path: Path, judgement: str, odd: str
) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(f"{json.dumps(SOUND)}\n{odd}\n", encoding="utf-8")
    answer = pantau("evaluate", judgement, source, "--out", out, "--json")
    assert (answer.code, answer.out, out.exists()) == (1, "", False)
    assert answer.err.startswith("pantau: Baris 2 ")


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_a_file_of_another_encoding_says_in_which_line(
    pantau: CommandLine, tmp_path: Path, judgement: str
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(json.dumps(SOUND).encode() + b'\n{"id": "caf\xe9"}\n')
    answer = pantau("evaluate", judgement, source, "--out", tmp_path / "out.jsonl")
    assert answer.code == 1
    assert "bukan UTF-8 di baris 2" in answer.err


@pytest.mark.parametrize("every", ["0s", "kadang", "99999999999d", "9999999d", "-5m", ""])
def test_a_step_that_is_none_is_wrong_usage(pantau: CommandLine, tmp_path: Path, every: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps(SOUND), encoding="utf-8")
    arguments = ("evaluate", "queue", source, "--out", tmp_path / "out.jsonl")
    answer = pantau(*arguments, "--every", every)
    assert answer.code == 2
    assert "bukan jarak waktu" in answer.err
    assert pantau.json(*arguments, "--every", "30000d") == {"articles": 1, "snapshots": 1}
