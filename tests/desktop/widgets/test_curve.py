from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.widgets.curve import STEP, CurveView, Moment, _filled

from ..content import NOW, curve


def test_holes_are_filled_and_the_curve_goes_on_to_now() -> None:
    late = NOW + timedelta(minutes=35)
    filled = _filled([(NOW, 2), (NOW + timedelta(minutes=20), 3)], late)
    assert len(filled) == 12
    assert [count for _at, count in filled[-4:]] == [2, 0, 3, 0]


def test_a_curve_without_end_is_not_filled() -> None:
    filled = _filled([(NOW - timedelta(days=400), 1), (NOW, 1)], NOW)
    assert len(filled) == 2


def test_pressing_a_bar_gives_its_step_and_an_empty_one_nothing(qtbot: QtBot, around: Surroundings) -> None:
    view = CurveView(around)
    qtbot.addWidget(view)
    view.resize(500, 132)
    view.show_curve(curve([0, 0, 4]), [Moment(NOW, "ditangani 13.42", "accent")])
    view.show()
    picked: list[object] = []
    view.picked.connect(picked.append)
    last = len(view._curve) - 1
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(view._x(last + 0.5)), 60))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(view._x(last - 0.5)), 60))
    assert picked == [view._curve[last][0]]
    assert view._curve[last][0] - view._curve[last - 1][0] == STEP


def test_an_empty_curve_can_be_drawn_and_pressed(qtbot: QtBot, around: Surroundings) -> None:
    view = CurveView(around)
    qtbot.addWidget(view)
    view.show_curve([], [])
    view.show()
    view.grab()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
