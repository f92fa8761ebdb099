from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from pantau.desktop.queue.view_model import QueueViewModel
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.tray import Tray
from pantau.operations import Desk, settings

from . import content


def test_without_a_tray_closing_the_window_is_the_end(qtbot: QtBot, desk: Desk, around: Surroundings) -> None:
    settings.change(desk, {"stay_in_tray": True})
    tray = Tray(desk, around)
    qtbot.waitUntil(lambda: tray.settings.stay_in_tray)
    tray.tell(content.story())
    assert not tray.keeps_watch


def test_an_alert_is_told_unless_the_officer_does_not_want_it(
    qtbot: QtBot, desk: Desk, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, title, text, *_: told.append((title, text))
    )
    tray = Tray(desk, around)
    tray.tell(content.story(1, title="Kericuhan\u202e", score=87.4))
    assert told == [("Peringatan baru, skor 87", "Kericuhan")]
    settings.change(desk, {"notify": False, "stay_in_tray": True})
    tray.reread()
    qtbot.waitUntil(lambda: not tray.settings.notify)
    tray.tell(content.story())
    assert len(told) == 1
    assert tray.keeps_watch


def test_only_what_became_an_alert_since_the_last_look_is_news(
    qtbot: QtBot, desk: Desk, around: Surroundings, tmp_path: Path
) -> None:
    model = QueueViewModel(desk, around)
    alerted: list[int] = []
    model.alerted.connect(lambda story: alerted.append(story.id))
    with qtbot.waitSignal(model.shown):
        model.refresh()
    assert alerted == []
    with desk.database.write() as tx:
        first = tx.stories.queue(20)[3]
        tx.stories.save([content.replace(first, score=91.0, alert=True)])
    with qtbot.waitSignal(model.shown):
        model.refresh()
    with qtbot.waitSignal(model.shown):
        model.refresh()
    assert alerted == [4]
