"""The facts of an issue: each with where it comes from, so that a narrative can stand on them."""

from __future__ import annotations

from functools import partial

from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import ArticleId, FactId, IssueId
from pantau.domain.issue import Fact
from pantau.domain.outcome import Done
from pantau.operations.desk import Desk
from pantau.operations.issues import subject


def add(
    desk: Desk, issue: IssueId, text: str, source: str = "", article: ArticleId | None = None
) -> Done[Fact]:
    """Note a fact with its evidence: an article, an address or a named document.

    Raises Refused "fact.empty", and "fact.no-source" when it names neither an article nor a source.
    """
    text, source = text.strip(), source.strip()
    if not text:
        raise Refused("fact.empty")
    with desk.write() as tx:
        tx.issues.get(issue)
        if article is not None:
            carried = tx.articles.get(article)
            source = source or carried.source_name
        if not source:
            raise Refused("fact.no-source")
        fact = tx.issues.add_fact(issue, text, source, article, desk.officer.id, tx.at)
        entry = tx.record(
            "issue.fact-added", subject(issue), fact=fact.id, text=text, source=source, article=article
        )
    return Done(fact, entry, undo=partial(withdraw, desk, issue, fact.id))


def withdraw(desk: Desk, issue: IssueId, fact: FactId) -> Done[Fact]:
    """Take a fact back; its row stays. Raises NotFound."""
    with desk.write() as tx:
        found = next((item for item in tx.issues.facts(issue) if item.id == fact), None)
        if found is None:
            raise NotFound("fact.not-found", id=fact)
        tx.issues.withdraw_fact(fact, withdrawn=True)
        entry = tx.record("issue.fact-withdrawn", subject(issue), fact=fact, text=found.text)
    return Done(found, entry, undo=partial(_restore, desk, issue, found))


def _restore(desk: Desk, issue: IssueId, fact: Fact) -> Done[Fact]:
    with desk.write() as tx:
        tx.issues.withdraw_fact(fact.id, withdrawn=False)
        entry = tx.record("issue.fact-restored", subject(issue), fact=fact.id, text=fact.text)
    return Done(fact, entry, undo=partial(withdraw, desk, issue, fact.id))
