"""What must be, may be, is advised, left free or forbidden: the degrees of duty that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import NEGATORS, Side

_LEAST = 2  # words by which two duties are of one matter
_IF = frozenset(("jika", "bila", "apabila", "kalau"))
_POINTING = frozenset(("ini", "itu", "tersebut", "ia", "mereka"))
_BEING = frozenset(("bersifat", "sifatnya", "hanya", "sekadar", "cuma", "merupakan", "adalah"))
_CHOOSING = frozenset(("memilih", "tidak"))
_BESIDE = frozenset(("opsional", "sukarela", "fakultatif", "pilihan"))  # of what stands before them


class Degree(Enum):
    """How far somebody is bound."""

    MUST = auto()
    ADVICE = auto()
    FREE = auto()  # said to be no duty
    MAY = auto()
    BANNED = auto()


_DENIED = {Degree.MUST: Degree.FREE, Degree.MAY: Degree.BANNED, Degree.BANNED: Degree.MAY}
_EXCLUDES = {
    Degree.MUST: {Degree.ADVICE, Degree.FREE, Degree.MAY, Degree.BANNED},
    Degree.ADVICE: {Degree.MUST, Degree.BANNED},
    Degree.FREE: {Degree.MUST, Degree.BANNED},
    Degree.MAY: {Degree.MUST, Degree.BANNED},
    Degree.BANNED: {Degree.MUST, Degree.MAY, Degree.ADVICE},
}


class Duty(NamedTuple):
    """A degree, the words from `first` to `at` that say it, what it is about, and the deed ("" where none is told)."""

    degree: Degree
    first: int
    at: int
    about: frozenset[str]
    deed: str

    def likeness(self, other: Duty) -> int:
        """How many words two duties share; 0 of two deeds."""
        if self.deed and other.deed and self.deed not in other.about:
            return 0
        return len(self.about & other.about)


@cache
def _degrees() -> dict[str, Degree]:
    return {word: Degree[name] for name, words in lexicons.told("duties").items() for word in words.split()}


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Words of duty where the narrative's likest ones bind otherwise."""
    told = duties(narrative)
    for mine in duties(variant) if told else ():
        if not variant.is_asserted(mine.at) or _is_conditional(variant, mine):
            continue
        likest = max(map(mine.likeness, told))
        same = [one for one in told if mine.likeness(one) == likest]
        known = mine.about & narrative.vocabulary
        if likest < _LEAST or 2 * likest < len(known):
            continue
        if all(one.degree in _EXCLUDES[mine.degree] for one in same):
            yield findings.of_words(
                FindingKind.MODALITY, variant, mine.first, mine.at, expected=narrative.page.words[same[0].at].raw,
                source=narrative.source(same[0].at), fix=narrative.page.words[same[0].at].raw,
            )  # fmt: skip


def _is_conditional(side: Side, duty: Duty) -> bool:
    """ "Apabila pemilik menghendakinya, laporan harus diunggah": what may be asked for has its duties."""
    is_bound = not _IF.isdisjoint(side.sentence_words[side.sentence_of[duty.at]])
    return duty.degree is Degree.MUST and is_bound


def duties(side: Side) -> list[Duty]:
    """Every word of duty of a text."""
    if "duties" not in side.memory:
        side.memory["duties"] = list(_duties(side))
    found: list[Duty] = side.memory["duties"]
    return found


def _duties(side: Side) -> Iterator[Duty]:
    for at, word in enumerate(side.page.words):
        degree = _degree(side, at)
        if degree is None or side.sentence_of[at] in side.asking:
            continue
        first = at - 1 if _before(side, at) in NEGATORS else at
        if first < at:
            degree = _DENIED.get(degree, Degree.ADVICE)
        yield Duty(degree, first, at, _about(side, at), "" if word.word in _BESIDE else _deed(side, at))


def _degree(side: Side, at: int) -> Degree | None:
    """The degree that a word says: "bersifat pilihan" leaves free, as "boleh memilih" does."""
    word = side.page.words[at].word
    if word == "pilihan" and _before(side, at) in _BEING:
        return Degree.FREE
    degree = _degrees().get(word)
    if degree is Degree.MAY and not side.page.breaks[at] and side.page.words[at + 1].word in _CHOOSING:
        return Degree.FREE
    return degree


def _before(side: Side, at: int) -> str:
    return side.page.words[at - 1].word if at and not side.page.breaks[at - 1] else ""


def _deed(side: Side, at: int) -> str:
    """The first thing that is said behind a word of duty in its clause."""
    span = side.clauses[side.clause_of[at]]
    return next(
        (
            side.terms[one].concept
            for one in range(at + 1, span.last)
            if side.is_content[one] and side.page.words[one].word not in _CHOOSING
        ),
        "",
    )


def _about(side: Side, at: int) -> frozenset[str]:
    """The concepts of a word's clause, and of the clause before where it points back."""
    number = side.clause_of[at]
    span = side.clauses[number]
    said = side.wide(at) | {side.terms[at].concept} if side.is_content[at] else side.wide(at)
    if number and any(word.word in _POINTING for word in side.page.words[span.first : at]):
        said |= side.near(side.clauses[number - 1].first)
    return said
