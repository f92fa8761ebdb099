from __future__ import annotations

import json
from pathlib import Path

from .conftest import CommandLine

NAMED = "Korban bernama Siti Rahma (14) dicabuli gurunya."


def test_the_gate_reads_words_a_file_or_what_is_piped(pantau: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "rilis.txt"
    file.write_text(NAMED, encoding="utf-8")
    for arguments, piped in (([NAMED], None), ([file], None), (["-"], NAMED.encode())):
        answer = pantau("narrative", "gate", *arguments, "--json", input=piped)
        (finding,) = answer.json["findings"]
        assert set(finding) == {"rule", "text", "start", "end", "why", "severity"}
        assert NAMED[finding["start"] : finding["end"]] == finding["text"] == "Siti Rahma"


def test_a_clean_text_says_so_and_an_unknown_audience_is_wrong_usage(pantau: CommandLine) -> None:
    assert "Tidak ada temuan" in pantau("narrative", "gate", "Lapas kembali aman.").out
    assert pantau("narrative", "gate", "Lapas kembali aman.", "--audience", "semua").code == 2


def test_every_text_of_a_file_is_judged_under_its_id(pantau: CommandLine, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": "a", "text": NAMED}, {"id": 2, "text": "Lapas kembali aman."}]
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert pantau.json("evaluate", "gate", source, "--out", out) == {"texts": 2}
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], len(row["findings"])) for row in found] == [("a", 1), (2, 0)]


def test_a_text_too_long_to_be_judged_whole_is_refused(pantau: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "rilis.txt"
    file.write_text("Lapas aman. " * 360_000 + NAMED, encoding="utf-8")
    for command in (("narrative", "gate", file), ("narrative", "check", file, "--against", "aman ya")):
        answer = pantau(*command)
        assert (answer.code, answer.out) == (1, "")
        assert "lebih besar dari 4 MiB" in answer.err
    assert pantau("inspect", "text", file).code == 1
