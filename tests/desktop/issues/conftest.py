"""An issue taken up from the desk, open on the page where officers work on it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from pantau.desktop.issues.page import IssuesPage
from pantau.desktop.surroundings import Surroundings
from pantau.domain.ids import IssueId, StoryId
from pantau.operations import Desk, issues


@pytest.fixture
def issue(desk: Desk) -> IssueId:
    return issues.take_up(desk, StoryId(1)).value.id


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, issue: IssueId, around: Surroundings) -> Iterator[IssuesPage]:
    page = IssuesPage(desk, around)
    qtbot.addWidget(page)
    page.resize(1_280, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.detail.known is not None)
    yield page
    page.flush()
    around.worker.wait()
