"""Reports that say the same word for word: what agencies and sister papers carry is of one story without a look."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pantau.stories.report import OPENING, Report

_FEWEST = 4  # stems of a headline that says what it is about
_DAY = 86_400.0  # seconds after which the same words may tell of something new: the weather, a price


class Wording(NamedTuple):
    """Who said it first, when it was last said, and in which story that was."""

    root: int
    at: float
    story: int


class Wordings:
    """Titles with texts by the hash of their stems: 64 bits, so that two are never taken for one."""

    def __init__(self) -> None:
        self._known: dict[int, Wording] = {}

    def find(self, report: Report) -> Wording | None:
        """What the report repeats, unless that was said long ago or says next to nothing."""
        known = self._known.get(_mark(report))
        if known is None or abs(report.at - known.at) > _DAY or len(report.document.title_stems) < _FEWEST:
            return None
        return known

    def note(self, report: Report, story: int, root: int | None) -> None:
        """Remember a report. `root`: the one that it copies."""
        mark = _mark(report)
        known = self._known.get(mark)
        if known is None or known.story != story:
            self._known[mark] = Wording(report.id if root is None else root, report.at, story)
        else:
            self._known[mark] = Wording(known.root, max(known.at, report.at), story)

    def keep(self, is_active: Callable[[Wording], bool]) -> None:
        """Forget what was said in stories that are over."""
        self._known = {mark: known for mark, known in self._known.items() if is_active(known)}


def _mark(report: Report) -> int:
    return hash((*report.document.title_stems, "", *report.document.text_stems[:OPENING]))
