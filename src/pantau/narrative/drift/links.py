"""Words that put one event before another, of one word or several: "sebelum", "baru setelah itu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from pantau.language.claims.order import AFTER, BEFORE, THEN
from pantau.narrative.drift.sides import Side

_POINTING = frozenset(("itu", "ini"))
_BACK = AFTER | {"habis"}
_HAPPENED = frozenset(("kejadian", "peristiwa", "insiden", "kasus"))
_NEWLY = frozenset(("baru", "barulah"))
_LAST = frozenset(("terakhir", "akhirnya", "terakhirnya"))
_FIRST = frozenset(("dulu", "dahulu", "awalnya"))
_BEGIN = _BACK | BEFORE | THEN | _NEWLY | _LAST
_ARROW = re.compile(r"→|➡|⇒|->|=>|⟶|▶")


class Kind(Enum):
    """What stands behind a link: an earlier event, a later one, the next one; SINCE: all told so far is earlier."""

    BEFORE = auto()
    AFTER = auto()
    THEN = auto()
    SINCE = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a link, from `first` to before `last`; an arrow has none."""

    kind: Kind
    first: int
    last: int


def connectors(side: Side) -> Iterator[Link]:
    """The links of a text in their order."""
    words, at = side.page.words, 0
    has_arrows = _ARROW.search(side.page.text) is not None
    while at < len(words):
        if at and has_arrows and _ARROW.search(side.page.text, words[at - 1].end, words[at].start):
            yield Link(Kind.THEN, at, at)
        link = _at(side, at) if words[at].word in _BEGIN else None
        if link is not None:
            yield link
            at = link.last
        else:
            at += 1


def _at(side: Side, at: int) -> Link | None:
    word = side.page.words[at].word
    last = _then(side, at)
    if last:
        return Link(Kind.THEN, at, last)
    if word in AFTER:
        if _word(side, at + 1) in _HAPPENED and _word(side, at + 2) in _POINTING:
            return Link(Kind.SINCE, at, at + 3)
        return Link(Kind.AFTER, at, at + 1)
    return Link(Kind.BEFORE, at, at + 1) if word in BEFORE else None


def _then(side: Side, at: int) -> int:
    """Where words that lead on to the next event end, 0 where none begin: "lalu", "baru kemudian", "setelah itu"."""
    begin = at
    while True:
        word = _word(side, at)
        if word in THEN:
            at += 1
        elif word in _BACK and _word(side, at + 1) in _POINTING:
            at += 2
        elif (word in _NEWLY and (at > begin or _leads_on(side, at))) or (
            word in _LAST and at == begin and _is_parted(side, at)
        ):
            at += 1
        else:
            return at if at > begin else 0


def _leads_on(side: Side, at: int) -> bool:
    """Whether "baru" says that something comes later, and not that it is new."""
    behind = _word(side, at + 1)
    if behind in THEN or (behind in _BACK and _word(side, at + 2) in _POINTING):
        return True
    if behind in _BACK:
        return False  # "baru setelah sandi diganti"
    return at > 0 and (_word(side, at - 1) in _FIRST or _is_parted(side, at))


def _is_parted(side: Side, at: int) -> bool:
    return at > 0 and (side.page.breaks[at - 1] or _word(side, at - 1) == "dan")


def _word(side: Side, at: int) -> str:
    return side.page.words[at].word if 0 <= at < len(side.page.words) else ""
