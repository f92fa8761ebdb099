from pytestqt.qtbot import QtBot

from pantau.desktop.issues.difference_view import DifferenceView
from pantau.desktop.surroundings import Surroundings
from pantau.domain.issue import House
from pantau.narrative.difference import changes

OLD = House("Tiga petugas luka.", ("satu", "dua", "tiga"))
NEW = House("Dua petugas luka <b>ringan</b>.", ("satu", "dua", "tiga"))


def marked(view: DifferenceView) -> dict[str, list[str]]:
    """The texts that are struck through and those that are underlined."""
    found: dict[str, list[str]] = {"struck": [], "underlined": []}
    block = view.document().begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            piece = walk.fragment()
            if piece.charFormat().fontStrikeOut():
                found["struck"].append(piece.text())
            if piece.charFormat().fontUnderline():
                found["underlined"].append(piece.text())
            walk += 1
        block = block.next()
    return found


def test_what_changed_is_marked_without_relying_on_colour(qtbot: QtBot, around: Surroundings) -> None:
    view = DifferenceView(around)
    qtbot.addWidget(view)
    view.show_house(NEW, changes(OLD, NEW), first=False)
    told = marked(view)
    assert told["struck"] == ["Tiga"]
    assert told["underlined"][0] == "Dua"
    assert "<b>ringan</b>" in view.toPlainText()
    assert "Pesan kunci 3" in view.toPlainText()


def test_a_first_version_is_shown_without_marks(qtbot: QtBot, around: Surroundings) -> None:
    view = DifferenceView(around)
    qtbot.addWidget(view)
    view.show_house(NEW, changes(House(), NEW), first=True)
    assert marked(view) == {"struck": [], "underlined": []}
    assert view.isReadOnly()
