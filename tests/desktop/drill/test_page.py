"""The drills page with the real command: listed, played, watched, broken off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.drill.page import DrillPage
from pantau.desktop.drill.player import DrillPlayer, Progress
from pantau.desktop.surroundings import Surroundings


@pytest.fixture
def page(qtbot: QtBot, around: Surroundings) -> Iterator[DrillPage]:
    player = DrillPlayer()
    page = DrillPage(player, around)
    qtbot.addWidget(page)
    qtbot.addWidget(page.tools())
    page.resize(1_200, 700)
    page.show()
    yield page
    player.clear()


def test_the_shipped_drills_are_listed(page: DrillPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: len(page.cards) >= 3, timeout=30_000)
    assert "kericuhan-lapas" in page.cards
    assert not page.state.is_covered


def test_a_drill_plays_into_a_database_of_its_own_and_can_be_broken_off(
    page: DrillPage, qtbot: QtBot
) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.cards), timeout=30_000)
    page.speed.setCurrentIndex(page.speed.count() - 1)
    with qtbot.waitSignal(page.begun) as begun:
        qtbot.mouseClick(page.cards["kericuhan-lapas"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.player.progress.minute >= 10, timeout=60_000)
    assert page.player.progress.now is not None
    assert "Menit ke-" in page.told_label.text()
    path = Path(begun.args[0].removeprefix("sqlite:///"))
    assert path.exists()
    qtbot.mouseClick(page.stop_button, Qt.MouseButton.LeftButton)
    assert not page.player.is_playing
    page.player.clear()
    assert not path.parent.exists()


def test_the_outcome_is_told_in_sentences(page: DrillPage) -> None:
    expected = [
        {"title": "Kericuhan", "lead_minutes": 42},
        {"title": "Kabar bohong", "lead_minutes": -5},
        {"title": "Pungli", "lead_minutes": None},
    ]
    outcome = {"minutes_played": 1440, "seconds": 80.5, "expected": expected, "false_alerts_per_hour": 0.25}
    page.player.progressed.emit(Progress(minute=1440, outcome=outcome))
    assert page.told_label.text().splitlines() == [
        "Selesai: 1.440 menit cerita dalam 1 menit",
        "Kericuhan: masuk 10 besar 42 menit sebelum separuh laporannya terbit",
        "Kabar bohong: masuk 10 besar setelah separuh laporannya terbit",
        "Pungli: tidak masuk 10 besar",
        "0,25 peringatan keliru per jam",
    ]


def test_a_drill_that_fails_says_why(page: DrillPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.cards), timeout=30_000)
    page.player.ended.emit(1, "Naskah latihan tidak dapat dibaca.")
    assert page.told_label.text() == "Naskah latihan tidak dapat dibaca."


def test_another_drill_begins_without_waiting_for_the_end_of_the_first(page: DrillPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.cards), timeout=30_000)
    with qtbot.waitSignal(page.begun) as first:
        page.cards["kericuhan-lapas"].click()
    with qtbot.waitSignal(page.begun) as second:
        page.cards["kericuhan-lapas"].click()
    folders = [Path(begun.args[0].removeprefix("sqlite:///")).parent for begun in (first, second)]
    assert folders[0] != folders[1]
    assert all(folder.exists() for folder in folders)  # the first may still be written to
    page.player.clear()
    assert not any(folder.exists() for folder in folders)


def test_the_first_drill_has_the_keys_when_the_page_opens(page: DrillPage, qtbot: QtBot) -> None:
    page.setFocus()
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.cards), timeout=30_000)
    assert page.focusProxy() is next(iter(page.cards.values()))
