"""Writing a narrative: kept as it is typed, never over a colleague's text, never lost with the database."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.draft import Draft
from pantau.desktop.surroundings import Surroundings
from pantau.domain.errors import StoreError
from pantau.domain.ids import IssueId
from pantau.domain.issue import House, Narrative
from pantau.operations import Desk, narratives


def house(text: str) -> House:
    return House(text, ("", "", ""))


@pytest.fixture
def draft(desk: Desk, around: Surroundings, issue: IssueId) -> Iterator[Draft]:
    owner = QObject()
    yield Draft(desk, around, issue, owner)
    around.worker.wait()
    owner.deleteLater()


def kept(desk: Desk, issue: IssueId) -> str:
    newest = narratives.current(desk, issue)
    return newest.house.umbrella if newest else ""


def test_what_is_typed_is_kept_when_the_officer_pauses(
    draft: Draft, desk: Desk, issue: IssueId, qtbot: QtBot
) -> None:
    for end in range(1, 12):
        draft.type(house("Situasi aman"[:end]))
    with qtbot.waitSignal(draft.saved) as told:
        draft.type(house("Situasi aman"))
    assert told.args[0].house.umbrella == "Situasi aman"
    assert draft.is_kept
    assert kept(desk, issue) == "Situasi aman"
    assert len(narratives.versions(desk, issue)) == 1


def test_typing_while_a_text_is_written_keeps_the_last(
    draft: Draft, desk: Desk, issue: IssueId, qtbot: QtBot
) -> None:
    draft.type(house("satu"))
    draft.flush()
    draft.type(house("satu dua"))
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_kept)
    assert kept(desk, issue) == "satu dua"


def test_who_asks_for_the_text_to_be_kept_is_given_the_version_with_the_last_letters(
    draft: Draft, desk: Desk, issue: IssueId, qtbot: QtBot
) -> None:
    kept_versions: list[Narrative | None] = []
    draft.type(house("satu"))
    draft.flush()
    draft.type(house("satu dua"))
    draft.keep(kept_versions.append, pytest.fail)
    assert kept_versions == []
    qtbot.waitUntil(lambda: bool(kept_versions))
    assert draft.is_kept
    assert kept_versions == [narratives.current(desk, issue)]
    assert kept(desk, issue) == "satu dua"


def test_where_nothing_waits_the_text_is_kept_already(draft: Draft, qtbot: QtBot) -> None:
    kept_versions: list[Narrative | None] = []
    draft.keep(kept_versions.append, pytest.fail)
    assert kept_versions == [None]
    with qtbot.waitSignal(draft.saved):
        draft.type(house("satu"))
    draft.keep(kept_versions.append, pytest.fail)
    assert kept_versions[1:] == [draft.seen]


def test_who_asks_for_the_text_to_be_kept_hears_of_a_colleagues(
    draft: Draft, desk: Desk, issue: IssueId, qtbot: QtBot
) -> None:
    narratives.write(desk, issue, house("teks rekan"), None)
    why: list[str] = []
    draft.type(house("teks saya"))
    draft.keep(pytest.fail, why.append)
    qtbot.waitUntil(lambda: bool(why))
    draft.keep(pytest.fail, why.append)
    assert len(why) == 2
    assert draft.text == house("teks saya")


def test_a_colleagues_text_is_not_overwritten_until_the_officer_says_so(
    draft: Draft, desk: Desk, issue: IssueId, qtbot: QtBot
) -> None:
    theirs = narratives.write(desk, issue, house("teks rekan"), None).value
    with qtbot.waitSignal(draft.conflict):
        draft.type(house("teks saya"))
    assert kept(desk, issue) == "teks rekan"
    assert draft.text == house("teks saya")
    draft.type(house("teks saya lagi"))
    draft.flush()
    assert kept(desk, issue) == "teks rekan"
    with qtbot.waitSignal(draft.saved):
        draft.overwrite(theirs)
    assert kept(desk, issue) == "teks saya lagi"


def test_the_officer_may_take_the_colleagues_text(
    draft: Draft, desk: Desk, issue: IssueId, qtbot: QtBot
) -> None:
    theirs = narratives.write(desk, issue, house("teks rekan"), None).value
    with qtbot.waitSignal(draft.conflict):
        draft.type(house("teks saya"))
    draft.give_in(theirs)
    with qtbot.waitSignal(draft.saved):
        draft.type(house("teks rekan dan saya"))
    assert kept(desk, issue) == "teks rekan dan saya"


def test_while_the_database_is_away_the_text_waits_and_is_tried_again(
    draft: Draft, desk: Desk, issue: IssueId, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_given: object) -> None:
        raise StoreError("nowhere.at-all")

    with monkeypatch.context() as patched:
        patched.setattr(narratives, "write", away)
        with qtbot.waitSignal(draft.failed) as told:
            draft.type(house("jangan hilang"))
        assert "nowhere.at-all" in told.args[0]
        assert not draft.is_kept
    with qtbot.waitSignal(draft.saved):
        draft.flush()
    assert kept(desk, issue) == "jangan hilang"
