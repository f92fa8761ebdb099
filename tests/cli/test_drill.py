from __future__ import annotations

from .conftest import CommandLine


def test_a_drill_is_not_played_into_a_database_that_monitors_something(
    pantau: CommandLine,
) -> None:
    pantau.json("sources", "add", "https://kabar.example/feed")
    answer = pantau("drill", "kericuhan-lapas", "--headless")
    assert answer.code == 1
    assert "sudah berisi sumber" in answer.err
    assert len(pantau.json("sources", "list")) == 1
