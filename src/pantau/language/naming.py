"""Who is named in a text, as far as its tone goes: the ministry, what it works on, others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pantau.language import tokens
from pantau.language.document import Document
from pantau.language.lexicon import Found, Lexicon, longest, very
from pantau.language.targets import Who

_LISTED = (Who.MINISTRY, Who.TOPIC, Who.OTHER, Who.NOBODY, Who.POINTING)
_OURS = (Who.MINISTRY, Who.TOPIC)
_NOT_OURS = (Who.OTHER, Who.NOBODY, Who.POINTING)
_INTO = frozenset({"di", "ke", "dari", "dalam"})
_TOWARDS = frozenset({"menuju", "arah", "seberang", "samping"})
_TELLING = frozenset({"adu", "lapor"})
_MINE = frozenset({"saya", "kami", "aku", "gue", "gua", "gw", "ku"})


class Naming:
    """The names. `places` are those of the ministry's that are buildings as well."""

    def __init__(self, told: dict[str, Any]) -> None:
        named = [(form, who) for who in _LISTED for name in told[who] for form in _forms(name, who)]
        self._names = Lexicon(named)
        self._ours = Lexicon(one for one in named if one[1] in _OURS)
        self._places = frozenset(tokens.stems(" ".join(told["places"])))

    def find(self, document: Document) -> list[Found[Who]]:
        """All that are named, in order; nobody when it is only others."""
        if not self._ours.occurs(document):
            return []
        named = self._names.find(document)
        if all(hit.value in _NOT_OURS for hit in named):
            return []
        found: list[Found[Who]] = []
        # Whom the next "kementerian itu", "petugasnya" means: who was named last, else whoever does what is told of.
        meant: Who | None = None
        for hit in longest(named):
            who = meant if hit.value is Who.POINTING else self._who(document, hit)
            if who is None or (meant is Who.OTHER and _is_told(document, hit.start)):
                continue
            meant = (meant or Who.MINISTRY) if who is Who.TOPIC else who
            found.append(Found(hit.start, hit.end, who))
        return found

    def _who(self, document: Document, hit: Found[Who]) -> Who | None:
        """None for whoever is not judged: a building that a way leads to, the teller's own
        people, one who speaks or is told."""
        if hit.value is Who.OTHER:
            return None if not _MINE.isdisjoint(document.behind(hit.end, 1)) else Who.OTHER
        if hit.value is Who.NOBODY:
            return None
        if hit.value is not Who.MINISTRY:
            return hit.value
        if document.run[hit.start] not in self._places:
            return None if _speaks(document, hit.end) else Who.MINISTRY
        before = document.words[hit.start - 1] if hit.start not in (0, document.border) else ""
        if before in _TOWARDS:
            return None
        return Who.PLACE if before in _INTO else Who.MINISTRY


def _forms(name: str, who: Who) -> Iterator[str]:
    """A name, and a lone word of the ministry's as somebody's or as the one that was told of: "paspornya"."""
    yield very(name)
    if who in _OURS and " " not in name:
        yield very(f"{name}nya")


def _is_told(document: Document, start: int) -> bool:
    """Whether others are complained of to it: "mengadu ke Komnas"."""
    before = document.before(start, 2)
    return before[1:] in (["ke"], ["kepada"]) and before[0] in _TELLING


def _speaks(document: Document, end: int) -> bool:
    """Whether what comes behind a name is what that one says: "Wamenkum: ..."."""
    return end < len(document.run) and document.between(end).startswith(":")
