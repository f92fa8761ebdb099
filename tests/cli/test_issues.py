from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from .conftest import CommandLine

PARTS = [
    "--umbrella",
    "Dua orang luka.",
    "--message1",
    "Aman.",
    "--message2",
    "Dirawat.",
    "--message3",
    "Diperiksa.",
]


@pytest.fixture
def team(filled: CommandLine) -> CommandLine:
    filled("team", "add", "Pranata Humas", "--role", "drafter")
    filled("team", "add", "Kepala Biro", "--role", "approver")
    return filled


def test_a_story_is_taken_up_worked_and_closed(team: CommandLine) -> None:
    issue = team.json("issue", "open", 1, "--as", "Pranata Humas")
    assert (issue["status"], issue["owner"], issue["stories"]) == ("handling", "Pranata Humas", [1])
    assert team.json("queue")[0]["issue"] == issue["id"]
    assert team("issue", "open", 1).code == 1
    number = issue["id"]
    assert team.json("issue", "assign", number, "Kepala Biro")["owner"] == "Kepala Biro"
    assert team.json("issue", "assign", number)["owner"] is None
    assert team.json("issue", "note", number, "Kalapas dihubungi.")["text"] == "Kalapas dihubungi."
    assert team.json("issue", "fact", number, "Dua luka.", "--source", "Laporan")["source"] == "Laporan"
    shown = team.json("issue", "show", number)
    assert [note["text"] for note in shown["notes"]] == ["Kalapas dihubungi."]
    assert [entry["kind"] for entry in shown["activity"]][-1] == "issue.opened"
    assert team.json("issue", "status", number, "closed")["status"] == "closed"
    assert team.json("issue", "list") == []
    assert [one["id"] for one in team.json("issue", "list", "--closed")] == [number]


def test_issues_are_merged_and_split(team: CommandLine) -> None:
    first, second = (team.json("issue", "open", story)["id"] for story in (1, 2))
    assert team.json("issue", "merge", first, second)["stories"] == [1, 2]
    split = team.json("issue", "split", second, 1, "--title", "Kericuhan saja")
    assert (split["title"], split["stories"]) == ("Kericuhan saja", [1])
    assert team("issue", "split", second, 2).code == 1


def test_an_officer_who_is_not_there_acts_for_nobody(filled: CommandLine) -> None:
    answer = filled("issue", "open", 1, "--as", "Siapa")
    assert answer.code == 1
    assert "Siapa" in answer.err
    assert filled.json("issue", "list") == []


def test_a_narrative_goes_from_draft_to_documents(team: CommandLine, tmp_path: Path) -> None:
    issue = team.json("issue", "open", 1)["id"]
    author, approver = ("--as", "Pranata Humas"), ("--as", "Kepala Biro")
    assert team("narrative", "show", issue).code == 1
    assert team("narrative", "submit", issue).code == 1
    assert team.json("narrative", "edit", issue, *PARTS[:2], *author)["status"] == "draft"
    assert team("narrative", "submit", issue, *author).code == 1
    assert team.json("narrative", "edit", issue, *PARTS[2:], *author)["umbrella"] == "Dua orang luka."
    assert team.json("narrative", "submit", issue, *author)["status"] == "in-review"
    assert team("narrative", "approve", issue, *author).code == 1
    returned = team.json("narrative", "return", issue, "--why", "Belum pasti.", *approver)
    assert returned["returned_because"] == "Belum pasti."
    team("narrative", "submit", issue, *author)
    assert team.json("narrative", "changes", issue)["changes"][0]["part"] == "umbrella"
    assert "{+Aman.+}" in team("narrative", "changes", issue).out
    out = tmp_path / "keluar"
    assert team("narrative", "export", issue, "--format", "docx", "--out", out).code == 1
    assert team.json("narrative", "approve", issue, *approver)["approved_by"] == "Kepala Biro"
    files = team.json("narrative", "export", issue, "--format", "docx,txt,html,json", "--out", out)["files"]
    assert [Path(file).suffix for file in files] == [".docx", ".txt", ".html", ".json"]
    told = "\n".join(paragraph.text for paragraph in docx.Document(files[0]).paragraphs)
    assert "disetujui Kepala Biro" in told
    assert team.json("audit", "verify", "--head", json.loads(Path(files[3]).read_text())["chain"])["sound"]


def test_a_form_that_is_not_there_is_refused_with_those_that_are(team: CommandLine, tmp_path: Path) -> None:
    issue = team.json("issue", "open", 1)["id"]
    answer = team("narrative", "export", issue, "--format", "odt", "--out", tmp_path)
    assert answer.code == 1
    assert "docx, pdf, html, txt, json" in answer.err


def test_a_draft_is_exported_only_as_one(team: CommandLine, tmp_path: Path) -> None:
    issue = team.json("issue", "open", 1)["id"]
    team("narrative", "edit", issue, *PARTS)
    (file,) = team.json("narrative", "export", issue, "--format", "txt", "--out", tmp_path, "--draft")[
        "files"
    ]
    assert Path(file).read_text().startswith("DRAF")


def test_a_narrative_is_edited_from_what_show_gave(team: CommandLine, tmp_path: Path) -> None:
    issue = team.json("issue", "open", 1)["id"]
    told = team.json("narrative", "edit", issue, *PARTS)
    file = tmp_path / "narasi.json"
    file.write_text(json.dumps({**told, "umbrella": "Tiga orang luka."}))
    assert team.json("narrative", "edit", issue, "--file", file)["umbrella"] == "Tiga orang luka."
    assert len(team.json("narrative", "show", issue, "--all")) == 1
    for wrong in (
        "",
        "[]",
        '{"umbrella": 1, "messages": ["a", "b", "c"]}',
        '{"umbrella": "a", "messages": []}',
        "[" * 99_999,
    ):
        file.write_text(wrong)
        answer = team("narrative", "edit", issue, "--file", file)
        assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_profiles_are_listed(team: CommandLine) -> None:
    assert [(one["name"], one["role"]) for one in team.json("team", "list")][1:] == [
        ("Pranata Humas", "drafter"),
        ("Kepala Biro", "approver"),
    ]
