from __future__ import annotations

from .conftest import CommandLine


def test_an_officer_joins_and_leaves_the_team(filled: CommandLine) -> None:
    filled("team", "add", "Pranata Humas", "--role", "drafter")
    assert filled.json("team", "remove", "Pranata Humas")["role"] == "drafter"
    assert "Pranata Humas" not in [row["name"] for row in filled.json("team", "list")]
    answer = filled("issue", "open", 1, "--as", "Pranata Humas")
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_the_only_lead_stays_and_is_told_why(filled: CommandLine) -> None:
    (lead,) = filled.json("team", "list")
    answer = filled("team", "remove", lead["name"])
    assert (answer.code, "kepala regu" in answer.err) == (1, True)
