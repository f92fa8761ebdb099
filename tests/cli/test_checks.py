"""`narrative check`, `evaluate claims` and `evaluate drift`, as contracts promise them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import CommandLine

_HOUSE = "Dua petugas luka dalam kericuhan di Lapas Cipinang pada Selasa, 24 November 2026 pukul 14.00 WIB."


def test_a_file_is_checked_against_a_narrative(pantau: CommandLine, tmp_path: Path) -> None:
    variant, narrative = tmp_path / "pesan.txt", tmp_path / "narasi.txt"
    variant.write_text("Tiga petugas luka dalam kericuhan di Lapas Cipinang.", encoding="utf-8")
    narrative.write_text(_HOUSE, encoding="utf-8")
    told = pantau.json("narrative", "check", variant, "--against", narrative)
    (finding,) = told["findings"]
    assert told["faithful"] is False
    assert (finding["kind"], finding["text"], finding["start"], finding["end"]) == ("figure", "Tiga", 0, 4)
    assert (finding["expected"], finding["fix"], finding["severity"]) == ("Dua", "Dua", "error")
    assert finding["source"] == _HOUSE


def test_a_narrative_that_waits_for_approval_is_told_from_none(filled: CommandLine) -> None:
    filled("issue", "open", 1)
    assert "belum punya narasi" in filled("narrative", "check", "Sudah aman.", "--against", "1").err
    filled("narrative", "edit", 1, "--umbrella", "Situasi terkendali.")
    answer = filled("narrative", "check", "Sudah aman.", "--against", "1")
    assert (answer.code, "belum disetujui" in answer.err) == (1, True)


def test_a_faithful_text_says_so_in_words(pantau: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "narasi.txt"
    file.write_text(_HOUSE, encoding="utf-8")
    answer = pantau("narrative", "check", file, "--against", file)
    assert answer.code == 0
    assert "Tidak ada penyimpangan" in answer.out


def test_pairs_and_texts_are_evaluated_line_by_line(pantau: CommandLine, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        json.dumps({"id": 1, "narrative": _HOUSE, "variant": "2 petugas luka."}), encoding="utf-8"
    )
    assert pantau.json("evaluate", "drift", source, "--out", out) == {"pairs": 1, "findings": 0}
    assert json.loads(out.read_text(encoding="utf-8")) == {"id": 1, "findings": [], "missing_messages": []}
    source.write_text(json.dumps({"id": 7, "text": "Rp2,5 miliar"}), encoding="utf-8")
    assert pantau("evaluate", "claims", source, "--out", out).code == 0
    row = json.loads(out.read_text(encoding="utf-8"))
    assert row["claims"] == [
        {"kind": "money", "text": "Rp2,5 miliar", "start": 0, "end": 12, "value": 2500000000,
         "unit": "IDR", "subject": ""}
    ]  # fmt: skip


def test_what_only_the_check_compares_is_no_claim_of_a_text(pantau: CommandLine, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    text = "Sebuah mobil B 1234 XYZ menabrak pagar SDN Merpati 3, hubungi 0812-3456-7890. Ini rapat ke-4 soal RUU itu."
    source.write_text(json.dumps({"id": 1, "text": text}), encoding="utf-8")
    assert pantau("evaluate", "claims", source, "--out", out).code == 0
    found = json.loads(out.read_text(encoding="utf-8"))["claims"]
    assert not [claim for claim in found if claim["kind"] in ("figure", "legal")]


def test_a_line_without_texts_is_named(pantau: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 1}', encoding="utf-8")
    answer = pantau("evaluate", "drift", source, "--out", tmp_path / "out.jsonl")
    assert answer.code == 1
    assert "1" in answer.err
