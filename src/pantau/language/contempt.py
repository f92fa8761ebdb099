"""Whether a text holds a group in contempt: what dehumanises or insults stands beside the name of a group."""

from __future__ import annotations

from typing import Any

from pantau.language import tokens
from pantau.language.document import Document
from pantau.language.lexicon import Found
from pantau.language.signs import Signs, apart, calmed, is_near, plain, weighted

_NEAR = 8  # words between a group and the contempt for it
_NEAR_ORDER = 4
_BESIDE = 2  # words between contempt and a name that makes people of a region
_INTO = frozenset({"di", "ke", "dari", "lapas", "rutan"})
_BASE = frozenset({"dasar", "nama"})  # "dasar ...", "namanya juga ..."
_FORBIDDEN = frozenset({"jangan", "bukan", "henti", "stop", "larang"})  # "jangan pandang hina"
_EVERY = frozenset({"semua"})
_DOER_BEFORE = 5  # words before "usir" among which one who does it makes it a report
_LEAST = 0.55
_AGAIN = 0.15
_INSULT, _ALL = 0.35, 0.2  # "dasar ...", "... itu semua"


class Contempt:
    """The rule with its words. Names of regions are groups only where they are marked as people."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._groups = plain(told["groups"])
        self._regional = plain(told["regional"])
        self._contempt = weighted(told["contempt"])
        self._orders = weighted(told["orders"])
        self._calm = weighted(told["calm"])
        self._markers = frozenset(tokens.stems(" ".join(told["markers"])))
        self._places = frozenset(tokens.stems(" ".join(told["places"])))
        self._all = frozenset(tokens.stems(" ".join(told["all"])))
        self._doers = frozenset(tokens.stems(" ".join(told["doers"])))

    def signs(self, document: Document) -> Signs | None:
        """What speaks for hate, None when it does not suffice."""
        if not (self._groups.occurs(document) or self._regional.occurs(document)):
            return None
        contempt = [
            hit
            for hit in apart(self._contempt.find(document))
            if _FORBIDDEN.isdisjoint(document.before(hit.start, 2))
        ]
        if not contempt and not self._orders.occurs(document):
            return None
        groups = [
            hit
            for hit in apart(self._groups.find(document))
            if self._places.isdisjoint(document.before(hit.start, 1))
        ]
        groups += [
            hit for hit in apart(self._regional.find(document)) if self._is_people(document, hit, contempt)
        ]
        found = self._near(document, groups, contempt)
        if not found:
            return None
        weight = max(one for one, _ in found) + _AGAIN * (len(found) - 1)
        weight += max(self._marked(document, group) for group in groups)
        if weight >= _LEAST:
            weight -= calmed(document, self._calm)
        return Signs(weight, found) if weight >= _LEAST else None

    def _near(
        self, document: Document, groups: list[Found[None]], contempt: list[Found[float]]
    ) -> list[tuple[float, Found[Any]]]:
        found: list[tuple[float, Found[Any]]] = []
        for hit in contempt:
            if any(is_near(document, hit, group, _NEAR) for group in groups):
                every = not _EVERY.isdisjoint(document.behind(hit.end, 2))
                found.append((hit.value + (_ALL if every else 0.0), hit))
        for hit in apart(self._orders.find(document)):
            if self._is_order(document, hit) and any(
                is_near(document, hit, group, _NEAR_ORDER) for group in groups
            ):
                found.append((hit.value, hit))
        return found

    def _is_people(self, document: Document, hit: Found[None], contempt: list[Found[float]]) -> bool:
        before = document.before(hit.start, 1)
        if not self._markers.isdisjoint(before) or not self._all.isdisjoint(document.behind(hit.end, 1)):
            return True
        if not _INTO.isdisjoint(before):
            return False
        return any(is_near(document, hit, other, _BESIDE) for other in contempt)

    def _is_order(self, document: Document, hit: Found[float]) -> bool:
        return self._doers.isdisjoint(document.before(hit.start, _DOER_BEFORE))

    def _marked(self, document: Document, group: Found[None]) -> float:
        insult = _INSULT if not _BASE.isdisjoint(document.before(group.start, 2)) else 0.0
        return insult + (0.0 if self._all.isdisjoint(document.behind(group.end, 3)) else _ALL)
