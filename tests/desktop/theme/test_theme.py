import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pantau import assets
from pantau.desktop.theme import Theme, fonts, icons
from pantau.desktop.theme.sheet import sheet
from pantau.desktop.theme.tokens import DARK, LIGHT


@pytest.fixture
def turning(theme: Theme) -> Iterator[Theme]:
    yield theme
    theme.choose("light")


def test_choosing_dark_turns_the_palette_and_tells_everybody(turning: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(turning.changed):
        turning.choose("dark")
    ground = QApplication.palette().color(QPalette.ColorRole.Base)
    assert ground.name() == DARK.raised
    assert turning.is_dark


def test_a_button_keeps_its_icon_in_the_ink_of_the_scheme(turning: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    turning.dress(button, "take")
    before = button.icon().cacheKey()
    turning.choose("dark")
    assert button.icon().cacheKey() != before


def test_what_is_gone_is_not_drawn_when_the_scheme_turns(turning: Theme) -> None:
    drawn = []
    label = QLabel()
    turning.keep(label, lambda: drawn.append(1))
    label.deleteLater()
    QApplication.sendPostedEvents(label, 52)  # QEvent.DeferredDelete
    turning.choose("dark")
    assert drawn == [1]


def test_the_stylesheet_leaves_no_token_open() -> None:
    for tokens in (LIGHT, DARK):
        assert "$" not in sheet(tokens)


def test_the_shipped_family_is_in_use_with_figures_of_one_width(theme: Theme) -> None:
    assert fonts.load() == "Inter"
    face = fonts.font()
    assert face.featureValue(face.Tag("tnum")) == 1


def test_every_icon_is_a_single_weight_drawing_that_can_be_recoloured(theme: Theme) -> None:
    files = [
        file for file in assets.path("icons").glob("*.svg") if not file.stem.startswith(("arrow", "pantau"))
    ]
    assert len(files) > 20
    for file in files:
        drawing = file.read_text(encoding="utf-8")
        assert 'viewBox="0 0 20 20"' in drawing, file.name
        assert not re.search(r"#[0-9a-f]{3,6}", drawing), file.name
        assert not icons.pixmap(file.stem, "#123456").isNull()
