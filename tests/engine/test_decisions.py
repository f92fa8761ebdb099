"""What officers decided, read back from a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.story import Story
from pantau.engine.decisions import lessons
from pantau.operations import Desk, issues, open_desk, triage
from pantau.stories.lessons import Lesson


@pytest.fixture
def desk(tmp_path: Path, now: datetime) -> Iterator[Desk]:
    opened = open_desk(f"sqlite:///{tmp_path / 'pantau.db'}", name="Petugas", clock=lambda: now)
    with opened.database.write() as tx:
        tx.stories.save([story(number, now) for number in range(1, 7)])
    yield opened
    opened.close()


def story(number: int, now: datetime) -> Story:
    return Story(
        StoryId(number),
        f"Kabar {number}",
        20.0,
        False,
        (),
        1,
        1,
        now,
        now,
        ArticleId(number),
        topics=("Paspor",),
    )


def learned(desk: Desk, now: datetime) -> Lesson | None:
    with desk.database.read() as tx:
        return lessons(tx, now).of("Paspor", ())


def test_dismissals_teach_until_they_are_taken_back(desk: Desk, now: datetime) -> None:
    done = [triage.dismiss(desk, StoryId(number)) for number in range(1, 5)]
    taught = learned(desk, now)
    assert taught is not None
    assert (taught.dismissed, taught.taken) == (4, 0)
    for each in done:
        assert each.undo is not None
        each.undo()
    assert learned(desk, now) is None


def test_what_is_taken_up_speaks_for_its_topic(desk: Desk, now: datetime) -> None:
    for number in range(1, 4):
        issues.take_up(desk, StoryId(number))
    taught = learned(desk, now)
    assert taught is not None
    assert taught.lean > 0


def test_what_was_decided_weeks_ago_teaches_nothing(desk: Desk, now: datetime) -> None:
    for number in range(1, 5):
        triage.dismiss(desk, StoryId(number))
    assert learned(desk, now + timedelta(days=15)) is None
