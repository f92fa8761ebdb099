import random

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from pantau.desktop.queue.model import STORY, QueueModel

from ..content import story


@pytest.fixture
def model() -> QueueModel:
    made = QueueModel()
    made.show([story(number) for number in range(1, 6)])
    return made


def order(model: QueueModel) -> list[int]:
    return [story.id for story in model.stories]


def test_a_row_that_moves_stays_the_same_row(model: QueueModel) -> None:
    held = QPersistentModelIndex(model.index(3))
    model.show([story(4), story(1), story(2), story(3), story(5)])
    assert order(model) == [4, 1, 2, 3, 5]
    assert held.row() == 0
    assert held.data(STORY).id == 4


def test_what_is_gone_leaves_and_what_is_new_enters_in_its_place(model: QueueModel) -> None:
    held, gone = QPersistentModelIndex(model.index(4)), QPersistentModelIndex(model.index(1))
    model.show([story(9), story(1), story(3), story(5)])
    assert order(model) == [9, 1, 3, 5]
    assert held.row() == 3
    assert not gone.isValid()


def test_only_rows_whose_story_changed_are_drawn_anew(model: QueueModel) -> None:
    drawn: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: drawn.append((first.row(), last.row())))
    model.show([story(1), story(2, score=90.0), story(3, score=80.0), story(4), story(5)])
    assert drawn == [(1, 2)]


def test_a_headline_with_markup_is_a_text_and_its_tooltip_is_escaped() -> None:
    model = QueueModel()
    model.show([story(1, title="<img src=file:///etc/passwd> <b>Awas</b>\u202e")])
    index = model.index(0)
    assert index.data() == "<img src=file:///etc/passwd> <b>Awas</b>"
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_any_series_of_rankings_keeps_the_model_sound() -> None:
    chance = random.Random(7)
    model = QueueModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for _round in range(60):
        numbers = chance.sample(range(1, 40), chance.randrange(0, 30))
        model.show([story(number, score=float(chance.randrange(100))) for number in numbers])
        assert order(model) == numbers


def test_the_same_story_twice_in_a_ranking_is_one_row() -> None:
    model = QueueModel()
    model.show([story(1), story(2), story(1)])
    assert order(model) == [1, 2]
