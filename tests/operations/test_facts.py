from __future__ import annotations

import pytest

from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import ArticleId, FactId, StoryId
from pantau.domain.issue import Issue
from pantau.operations import Desk, facts, issues


@pytest.fixture
def issue(desk: Desk, stories: tuple[StoryId, StoryId]) -> Issue:
    return issues.take_up(desk, stories[0]).value


def test_a_fact_from_an_article_names_its_outlet(desk: Desk, issue: Issue) -> None:
    fact = facts.add(desk, issue.id, "Dua orang luka ringan.", article=ArticleId(1)).value
    assert (fact.source, fact.article) == ("Kabar Contoh", ArticleId(1))


@pytest.mark.parametrize(("text", "origin"), [("", "Laporan"), ("Dua luka.", ""), (" ", " ")])
def test_a_fact_without_text_or_origin_is_refused(desk: Desk, issue: Issue, text: str, origin: str) -> None:
    with pytest.raises(Refused, match="fact"):
        facts.add(desk, issue.id, text, origin)
    assert issues.view(desk, issue.id).facts == ()


def test_a_fact_of_an_unknown_article_is_refused(desk: Desk, issue: Issue) -> None:
    with pytest.raises(NotFound, match="article"):
        facts.add(desk, issue.id, "Dua luka.", article=ArticleId(99))


def test_a_withdrawn_fact_comes_back_by_undo_and_goes_again(desk: Desk, issue: Issue) -> None:
    added = facts.add(desk, issue.id, "Dua orang luka ringan.", "Laporan Kalapas")
    withdrawn = facts.withdraw(desk, issue.id, added.value.id)
    assert issues.view(desk, issue.id).facts == ()
    assert withdrawn.undo is not None
    restored = withdrawn.undo()
    assert issues.view(desk, issue.id).facts == (added.value,)
    assert restored.undo is not None
    restored.undo()
    assert issues.view(desk, issue.id).facts == ()


def test_a_fact_of_another_issue_is_not_withdrawn(desk: Desk, issue: Issue) -> None:
    with pytest.raises(NotFound, match="fact"):
        facts.withdraw(desk, issue.id, FactId(7))
