from __future__ import annotations

import pytest

from .conftest import CommandLine


def test_a_drill_is_not_played_into_a_database_that_monitors_something(
    pantau: CommandLine,
) -> None:
    pantau.json("sources", "add", "https://kabar.example/feed")
    answer = pantau("drill", "kericuhan-lapas", "--headless")
    assert answer.code == 1
    assert "sudah berisi sumber" in answer.err
    assert len(pantau.json("sources", "list")) == 1


@pytest.mark.parametrize("speed", ["0", "-1", "nan"])
def test_a_speed_that_time_cannot_go_at_is_wrong_usage_and_makes_no_database(
    pantau: CommandLine, speed: str
) -> None:
    answer = pantau("drill", "pungli-kanim", "--speed", speed)
    assert (answer.code, answer.out) == (2, "")
    assert not pantau.database.exists()
