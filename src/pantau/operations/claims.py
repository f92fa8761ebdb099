"""The claim board of a story, read from its reports and from what the desk itself has approved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pantau.domain.article import Article
from pantau.domain.board import Line, Official
from pantau.domain.ids import ArticleId
from pantau.domain.issue import Fact, Narrative, NarrativeStatus
from pantau.domain.source import Tier
from pantau.narrative import board
from pantau.operations.desk import Desk
from pantau.operations.queue import Report, StoryView

_Older = tuple[board.Older, ...]

_FIRST, _LAST = 100, 200  # texts of a story that are read: who said it first, and what is said now


def of_story(desk: Desk, view: StoryView) -> tuple[Line, ...]:
    """What the reports of a story claim, the gravest first; about a millisecond for each text not read before.

    Of a story with more than 300 texts the first 100 and the last 200 are read.
    """
    with desk.read() as tx:
        tiers = tx.sources.tiers()
        narratives = [] if view.issue is None else tx.narratives.of(view.issue.id)
        changed = (article.id for article in view.articles if article.revision > 1)
        older = {article: _older(tx.articles.revisions(article)) for article in changed}
    oldest_first = sorted(view.reports, key=lambda report: (report.article.published, report.article.id))
    kept = oldest_first if len(oldest_first) <= _FIRST + _LAST else _ends(oldest_first)
    official = [*_approved(narratives), *_facts(view.facts)]
    return board.assemble((_report(report, tiers, older) for report in kept), official)


def _older(revisions: Sequence[tuple[int, str, str, datetime]]) -> tuple[board.Older, ...]:
    return tuple(board.Older(title, text, replaced) for _number, title, text, replaced in revisions)


def _ends(reports: Sequence[Report]) -> list[Report]:
    return [*reports[:_FIRST], *reports[len(reports) - _LAST :]]


def _report(report: Report, tiers: dict[int, Tier], older: Mapping[ArticleId, _Older]) -> board.Report:
    made = _text(report.article, tiers)
    made = replace(made, older=older.get(report.article.id, ()))
    return replace(made, copies=tuple(_text(copy, tiers) for copy in reversed(report.copies)))


def _text(article: Article, tiers: dict[int, Tier]) -> board.Report:
    return board.Report(
        article.id,
        article.source_name,
        article.published,
        article.title,
        article.text,
        is_official=tiers.get(article.source) is Tier.OFFICIAL,
    )


def _approved(narratives: Sequence[Narrative]) -> Iterator[Official]:
    """The claims of the version in force."""
    for one in narratives:
        if one.status is NarrativeStatus.APPROVED:
            text = "\n".join((one.house.umbrella, *one.house.messages))
            for told in board.read("", text):
                yield Official(told, "", one.approved, version=one.number)


def _facts(facts: Sequence[Fact]) -> Iterator[Official]:
    for fact in sorted(facts, key=lambda fact: fact.at, reverse=True):
        for told in board.read("", fact.text):
            yield Official(told, fact.source, fact.at, fact.article)
