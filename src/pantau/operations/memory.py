"""What the house said before: a text against every narrative that was ever approved."""

from __future__ import annotations

from pantau.domain.issue import Narrative, NarrativeStatus
from pantau.narrative.memory import Memory, Past, recall
from pantau.operations.desk import Desk

__all__ = ["against_all", "pasts"]


def against_all(desk: Desk, text: str) -> Memory:
    """Where a text contradicts what was approved before, in whichever issue, and which past issues are like it."""
    return recall(text, pasts(desk))


def pasts(desk: Desk) -> list[Past]:
    """Every approved version, by issue and number; the facts of an issue go with the version in force alone."""
    with desk.read() as tx:
        titles = {issue.id: issue.title for issue in tx.issues.all(closed=True)}
        found = []
        for one in tx.narratives.ever_approved():
            in_force = one.status is NarrativeStatus.APPROVED
            facts = tuple(fact.text for fact in tx.issues.facts(one.issue)) if in_force else ()
            found.append(_past(one, titles.get(one.issue, ""), facts))
    return found


def _past(of: Narrative, title: str, facts: tuple[str, ...]) -> Past:
    return Past(
        issue=of.issue,
        title=title,
        version=of.number,
        approved=of.approved or of.edited,
        in_force=of.status is NarrativeStatus.APPROVED,
        text="\n".join(part for part in (of.house.umbrella, *of.house.messages) if part.strip()),
        facts=facts,
    )
