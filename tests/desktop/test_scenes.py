"""Every page can be drawn in both schemes, full and empty; the pictures themselves are for people to look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from . import scenes


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[scenes.Stage]:
    made = scenes.Stage(qapp, tmp_path_factory.mktemp("stage"), "en")
    yield made
    made.close()


@pytest.mark.parametrize("name", scenes.SCENES)
def test_a_page_can_be_drawn(stage: scenes.Stage, name: str, tmp_path: Path) -> None:
    file = tmp_path / "page.png"
    stage.grab(scenes.SCENES[name], "dark", 1_366, 768, file)
    picture = QImage(str(file))
    assert picture.width() > 300
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 5
