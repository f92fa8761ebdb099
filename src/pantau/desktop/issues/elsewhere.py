"""What the house told in its other issues: where a text contradicts that, and which of them are like it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import fonts
from pantau.desktop.widgets.elide import clipped
from pantau.desktop.widgets.labels import PlainLabel
from pantau.desktop.worker import Renewal
from pantau.domain.ids import IssueId
from pantau.operations import Desk

if TYPE_CHECKING:
    from pantau.narrative.memory import Contradiction, Memory, Past

_MOST, _LONG = 3, 90  # narratives that are told of and points of each, and letters of a text
_ISSUES, _TITLE = 3, 60

_Asked = tuple[IssueId, str]


class Elsewhere(PlainLabel):
    """One quiet block below what the main check said; hidden while there is nothing to tell.

    Reading costs some milliseconds a word, so that it never runs twice at once, and rests after each time.
    """

    looked = Signal()  # what is told is told of the text that was given last

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(points=fonts.META, ink="muted", wrap=True, selectable=True, parent=parent)
        self._desk = desk
        self._around = around
        self._asked: _Asked | None = None
        self._renewal = Renewal(around.worker, self._job, self._show, lambda _error: self.forget(), self)
        self.hide()

    def look(self, issue: IssueId, text: str) -> None:
        """Hold a text against the narratives of all issues but this one. What is told stands until that is known."""
        asked = (issue, text)
        if asked != self._asked:
            self._asked = asked
            self._renewal.ask()

    def forget(self) -> None:
        """Nothing is told any more; what is being read is not either."""
        self._asked = None
        self.hide()

    def _job(self) -> Callable[[], tuple[_Asked | None, Memory | None]]:
        return partial(_recalled, self._desk, self._asked)

    def _show(self, answer: tuple[_Asked | None, Memory | None]) -> None:
        asked, found = answer
        if asked is None or found is None or asked != self._asked:
            return
        told = _told(self._around, found, asked[0])
        self.setText("\n".join(told))
        self.setVisible(bool(told))
        self.looked.emit()


def _recalled(desk: Desk, asked: _Asked | None) -> tuple[_Asked | None, Memory | None]:
    if asked is None:
        return None, None
    from pantau.operations import memory  # its words cost a sixth of a second

    return asked, memory.against_all(desk, asked[1])


def _told(around: Surroundings, found: Memory, issue: IssueId) -> list[str]:
    """The lines of the block; none when no other issue has anything to say."""
    others = [one for one in found.contradictions if one.past.issue != issue]
    by_narrative: dict[tuple[IssueId, int], list[Contradiction]] = {}
    for one in others:
        by_narrative.setdefault((one.past.issue, one.past.version), []).append(one)
    groups = list(by_narrative.values())
    told = [around.say("elsewhere.count", count=len(others))] if others else []
    told += [f"• {_contradictions(around, group)}" for group in groups[:_MOST]]
    if left := sum(len(group) for group in groups[_MOST:]):
        told.append(around.say("elsewhere.more", count=left))
    named = {one.past.issue for one in others} | {issue}
    alike = [one.past for one in found.similar if one.past.issue not in named][:_ISSUES]
    if alike:
        issues = "; ".join(_issue(around, past) for past in alike)
        told.append(around.say("elsewhere.similar", issues=issues))
    return told


def _contradictions(around: Surroundings, group: Sequence[Contradiction]) -> str:
    """What one narrative says otherwise."""
    past = group[0].past
    points = [_point(around, one) for one in group[:_MOST]]
    if len(group) > _MOST:
        points.append(around.say("elsewhere.more", count=len(group) - _MOST))
    return around.say(
        "elsewhere.line",
        points="; ".join(points),
        issue=past.issue,
        title=clipped(past.title, _TITLE),
        version=past.version,
        at=around.moment(past.approved),
        standing=around.say("elsewhere.in-force" if past.in_force else "elsewhere.superseded"),
    )


def _point(around: Surroundings, of: Contradiction) -> str:
    there = of.finding.expected or of.finding.source
    return around.say("elsewhere.point", text=clipped(of.finding.text, _LONG), there=clipped(there, _LONG))


def _issue(around: Surroundings, past: Past) -> str:
    at = around.moment(past.approved)
    return around.say("elsewhere.issue", title=clipped(past.title, _TITLE), issue=past.issue, at=at)
