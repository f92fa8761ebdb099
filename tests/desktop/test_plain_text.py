"""The check of `make check` itself: it must see what it is there for."""

import importlib.util
from pathlib import Path

import pytest

_FILE = Path(__file__).resolve().parents[2] / "packaging" / "check_plain_text.py"
_SPEC = importlib.util.spec_from_file_location("check_plain_text", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
check = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(check)


def test_the_room_is_clean() -> None:
    assert check.main() == 0


@pytest.mark.parametrize(
    "line",
    [
        "QLabel(story.title)",
        "QtWidgets.QLabel()",
        "class Mine(QLabel): pass",
        "button.setToolTip(article.title)",
        "item.setToolTip(2, f'{article.title}')",
        "QToolTip.showText(at, story.title, self)",
        "QMessageBox.warning(None, 'a', text)",
        "QMessageBox(text)",
        "view.setHtml(article.summary_html)",
        "QTextBrowser()",
    ],
)
def test_what_could_show_a_strangers_markup_is_found(line: str) -> None:
    assert list(check.faults(Path("page.py"), line))


@pytest.mark.parametrize(
    "line",
    [
        "PlainLabel(story.title)",
        "QLabel()  # plain-text: a pixmap only",
        "button.setToolTip(tooltip(article.title))",
        "item.setToolTip(2, tooltip(article.title))",
        "button.setToolTip(translate('Queue', 'More'))",
        "box = QMessageBox()\nbox.setTextFormat(Qt.TextFormat.PlainText)",
    ],
)
def test_what_is_safe_passes(line: str) -> None:
    assert list(check.faults(Path("page.py"), line)) == []
