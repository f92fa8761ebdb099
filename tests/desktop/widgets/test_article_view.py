"""A stranger's markup is shown as text: nothing is loaded, nothing opens but safe links that were pressed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from pantau.desktop.theme.tokens import LIGHT
from pantau.desktop.widgets.article_view import ArticleView, clean

HOSTILE = [
    "<script>alert(1)</script>Teks",
    "<img src='file:///etc/passwd'>Teks",
    "<img src='http://pelacak.example/x.png' onerror=alert(1)>Teks",
    "<a href='javascript:alert(1)'>Teks</a>",
    "<a href='file:///etc/passwd'>Teks</a>",
    "<a href='//host/share'>Teks</a>",
    "<svg onload=alert(1)>Teks</svg>",
    "<style>@import 'http://pelacak.example/x.css';</style>Teks",
    "<link rel=stylesheet href='http://pelacak.example/x.css'>Teks",
    "<p style='background:url(http://pelacak.example/x)'>Teks</p>",
    "<iframe src='http://pelacak.example/'></iframe>Teks",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>Teks",
    "<body background='file:///etc/passwd'>Teks</body>",
    "<table background='http://pelacak.example/x'><tr><td>Teks</td></tr></table>",
    "<p>Teks<<img src=x></p>",
    "<div>" * 3_000 + "Teks",
]


class Watching(ArticleView):
    """Tells what Qt asks to be loaded, and what it got."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, object]] = []

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        answer = super().loadResource(kind, name)
        self.asked.append((name.toString() if isinstance(name, QUrl) else name, answer))
        return answer


@pytest.mark.parametrize("markup", HOSTILE)
def test_hostile_markup_becomes_harmless_text(qtbot: QtBot, markup: str) -> None:
    view = Watching()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.tell(markup, LIGHT)
    assert "Teks" in view.toPlainText()
    assert "alert" not in view.toHtml()
    assert "passwd" not in view.toHtml()
    assert "pelacak" not in view.toHtml()
    assert view.asked == []


def test_even_markup_that_slipped_through_loads_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(secret))
    view = Watching()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.setHtml(f"<img src='{secret.as_uri()}'><img src='{secret}'>")
    view.grab()
    assert view.asked
    for _name, answer in view.asked:
        assert isinstance(answer, QImage)
        assert answer.width() == 1
    assert view.loadResource(int(QTextDocument.ResourceType.StyleSheetResource.value), QUrl("x.css")) == ""


def test_a_safe_link_is_given_out_only_when_it_is_pressed(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    view.tell("<p><a href='https://berita.example/a'>Selengkapnya di sini</a></p>", LIGHT)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert told.args == ["https://berita.example/a"]
    assert "Selengkapnya" in view.toPlainText()


def test_a_link_with_a_trick_is_refused_when_it_is_pressed(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.refused):
        view._chosen(QUrl("https://user@jahat.example/"))


def test_cleaning_keeps_what_is_read() -> None:
    kept = "<p>Satu <b>dua</b></p><ul><li>tiga</li></ul>"
    assert clean(kept) == kept
