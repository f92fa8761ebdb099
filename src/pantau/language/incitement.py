"""Whether a text calls for violence: a verb of violence as an order has it, with a call, a target, a weapon.

"Bakar kantor itu" and "ayo kita bakar" are orders, "massa bakar ban" is a report: one who does it stands before.
"""

from __future__ import annotations

import re
from typing import Any

from pantau.language import tokens
from pantau.language.document import Document
from pantau.language.lexicon import Found
from pantau.language.signs import MOST_PLACES, Signs, apart, calmed, is_near, plain, weighted

_LEAST = 1.0
_VERB, _FIRST, _CALLED, _GOADED, _AIMED, _LOUD, _DONE = 0.55, 0.35, 0.45, 0.3, 0.3, 0.15, -0.5
_CALL_BEFORE = 7  # words between a call and the verb
_BEHIND = 4  # words behind the verb in which its target stands
_BREAK = re.compile(r"[.,;:!?\n\"“”(]")


class Incitement:
    """The rule with its words."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._calls = plain(told["calls"])
        self._violence = weighted(told["violence"])
        self._certain = weighted(told["certain"])
        self._calm = weighted(told["calm"])
        self._after = frozenset(tokens.stems(" ".join(told["after"])))
        self._targets = frozenset(tokens.stems(" ".join(told["targets"])))
        self._idle = frozenset(tokens.stems(" ".join(told["idle"])))

    def signs(self, document: Document) -> Signs | None:
        """What speaks for incitement, None when it does not suffice."""
        if not (self._violence.occurs(document) or self._certain.occurs(document)):
            return None
        found = [(hit.value, hit) for hit in apart(self._certain.find(document))]
        calls = self._calls.find(document)[:MOST_PLACES] if self._calls.occurs(document) else []
        for hit in apart(self._violence.find(document)):
            weight = self._order(document, hit, calls)
            if weight > 0:
                found.append((weight, hit))
        if not found:
            return None
        strengths = sorted((one for one, _ in found), reverse=True)
        weight = strengths[0] + 0.4 * sum(strengths[1:4])
        weight += _LOUD if "!" in document.title or "!" in document.text else 0.0
        if weight >= _LEAST:
            weight -= calmed(document, self._calm)
        return Signs(weight, found) if weight >= _LEAST else None

    def _order(self, document: Document, hit: Found[float], calls: list[Found[None]]) -> float:
        """How much a verb of violence has of an order."""
        behind = _clause(document, hit.end)
        if not _is_bare(document, hit) or not self._idle.isdisjoint(behind[:3]):
            return 0.0
        if behind and behind[0][0].isdigit():
            return 0.0  # "pukul 16.00"
        weight = _VERB * hit.value
        if behind[:1] == ["saja"]:
            weight += _CALLED  # "gebuki saja" is an order wherever it stands
        elif _begins_clause(document, hit):
            weight += _FIRST
        elif not _is_called(document, hit, calls):
            weight += _DONE
        if _is_called(document, hit, calls):
            weight += _CALLED
        weight += 0.0 if self._after.isdisjoint(behind) else _GOADED
        return weight + (0.0 if self._targets.isdisjoint(behind) else _AIMED)


def _clause(document: Document, end: int) -> list[str]:
    """The next stems of the same clause: what comes behind "habisi masa lajang," is no target."""
    behind = document.behind(end, _BEHIND)
    for at in range(end, end + len(behind)):
        if _BREAK.search(document.between(at)):
            return document.run[end:at]
    return behind


def _is_called(document: Document, hit: Found[float], calls: list[Found[None]]) -> bool:
    return any(call.end <= hit.start and is_near(document, call, hit, _CALL_BEFORE) for call in calls)


def _begins_clause(document: Document, hit: Found[float]) -> bool:
    return hit.start in (0, document.border) or bool(_BREAK.search(document.between(hit.start)))


def _is_bare(document: Document, hit: Found[float]) -> bool:
    """Whether a verb stands as an order has it: "bakar", not "membakar" or "terbakar"."""
    word, stem = document.words[hit.start], document.run[hit.start]
    return word in (stem, f"{stem}kan", f"{stem}i")
