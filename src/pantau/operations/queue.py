"""The queue, and one story down to the articles that it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pantau.domain.article import Article
from pantau.domain.finding import Finding
from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.issue import Fact, Issue, Note
from pantau.domain.story import Story
from pantau.operations.desk import Desk
from pantau.store.stories import QueueFilter

__all__ = ["QueueFilter", "Report", "StoryView", "count", "fold", "ranked", "story"]


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a story, what the machine found in it, and the articles that repeat its text."""

    article: Article
    finding: Finding | None
    copies: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryView:
    """`reports` newest first, copies folded into what they repeat; so are the other stories of its affair, `thread`.

    The rest is empty while nobody has taken it up.
    """

    story: Story
    reports: tuple[Report, ...]
    thread: tuple[Story, ...] = ()
    issue: Issue | None = None
    notes: tuple[Note, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def articles(self) -> list[Article]:
        """All articles, copies too, newest first."""
        every = [one for report in self.reports for one in (report.article, *report.copies)]
        return sorted(every, key=lambda article: (article.published, article.id), reverse=True)


def ranked(desk: Desk, limit: int = 50, wanted: QueueFilter | None = None) -> list[Story]:
    """Stories by trend, the most pressing first."""
    with desk.read() as tx:
        return tx.stories.queue(limit, wanted)


def count(desk: Desk, wanted: QueueFilter | None = None) -> int:
    """How many stories the queue holds under a filter of time and marks."""
    with desk.read() as tx:
        return tx.stories.count(wanted)


def story(desk: Desk, story: StoryId) -> StoryView:
    """A story, or the one that it was merged into. Raises NotFound."""
    with desk.read() as tx:
        found = tx.stories.get(story)
        reports = fold(tx.stories.articles(found.id), tx.stories.findings(found.id))
        thread = tuple(tx.threads.beside(found))
        if found.issue is None:
            return StoryView(found, reports, thread)
        return StoryView(
            found,
            reports,
            thread,
            tx.issues.get(found.issue),
            tuple(tx.issues.notes(found.issue)),
            tuple(tx.issues.facts(found.issue)),
        )


def fold(articles: Sequence[Article], findings: Sequence[Finding]) -> tuple[Report, ...]:
    """Each text once, with the articles that repeat it; the order of `articles` is kept."""
    found = {finding.article: finding for finding in findings}
    here = {article.id for article in articles}
    copies: dict[ArticleId, list[Article]] = {}
    originals = []
    for article in articles:
        original = _original(article.id, found)
        if original != article.id and original in here:
            copies.setdefault(original, []).append(article)
        else:
            originals.append(article)
    return tuple(
        Report(article, found.get(article.id), tuple(copies.get(article.id, ()))) for article in originals
    )


def _original(article: ArticleId, found: dict[ArticleId, Finding]) -> ArticleId:
    """Follows copies of copies, at most as many steps as there are articles."""
    for _step in range(len(found)):
        finding = found.get(article)
        if finding is None or finding.copy_of is None:
            break
        article = finding.copy_of
    return article
