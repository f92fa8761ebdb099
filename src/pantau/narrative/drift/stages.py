"""How far a thing has come: denied, planned, suspected, allowed, required or done, by one table for all pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.asides import is_afterwards, is_awaited, is_of_some
from pantau.narrative.drift.concepts import Term
from pantau.narrative.drift.predicates import differ_in_figures, figures
from pantau.narrative.drift.sides import NEGATORS, Side

_REACH = 5  # words before a predicate among which its stage stands
_BEHIND = 5  # words behind a noun among which stands what is done with it
_NEARER = 10  # how much more a word of the clause tells than one of its sentence
_SKIPPED = 2  # content words between a stage's word and its predicate
_OUTERMOST = 12  # words of stage in a row
_GOAL = 3  # words that name a place
_VERBAL = ("di", "me", "ber", "ter")
_NOMINAL = ("pe", "per", "ke")
_WHERE = frozenset(("ke", "di", "dari"))
_DUE = frozenset(
    ("lambat", "selambatnya", "batas", "mulai", "sampai", "hingga", "tenggat", "akhir", "maksimal")
)
_PART = re.compile(r"[;:]")
_CONDITION = re.compile(r"(?:jika|bila|apabila|kalau|seandainya)\b")
_TERM = re.compile(r"[^.;,]{0,60}\b(?:paling lambat|selambat-lambatnya|selambatnya)\b")
_BEGUN = "=mulai"  # that something begins is no deed of its own
_PROPOSALS = frozenset(("usul", "usulan", "rencana", "rancangan", "wacana", "target", "harapan"))
_LASTING = (
    "plan",
    "ask",
    "may",
    "must",
    "maybe",
)  # that hold for a second verb too: "akan memeriksa dan menindak"
_BETWEEN = frozenset(("kami", "kita", "saya", "menjadi", "jadi"))
_CARRYING = lexicons.words("carrying")  # "dapat dikenai denda" as "dapat didenda"
_LIGHT = lexicons.words("light_verbs")  # of "pemindahan akan dilakukan" the noun says what


class Stage(NamedTuple):
    """A mode ("" where none is said), 1 or -1, the word that says it (the predicate's own where none does)."""

    mode: str
    sign: int
    mark: int

    @property
    def key(self) -> tuple[str, int]:
        return self.mode, self.sign


_N, _M, _C = FindingKind.NEGATION, FindingKind.MODALITY, FindingKind.CERTAINTY
_SURE = ("done", "sure")
_SURELY = {("done", 1): _M, ("ended", 1): _M, ("sure", 1): _C}
_YES = {("done", 1): _N, ("ended", 1): _N, ("sure", 1): _N}
# What a narrative says of a thing, and what a text may then not say of it.
CONTRARY: dict[tuple[str, int], dict[tuple[str, int], FindingKind]] = {
    ("done", 1): {("done", -1): _N, ("yet", -1): _N, ("plan", 1): _M, ("plan", -1): _N},
    ("ended", 1): {("done", -1): _N, ("ended", -1): _N},
    ("", -1): _YES,
    ("yet", -1): {**_YES, ("plan", -1): _N},
    ("done", -1): _YES,
    ("ended", -1): _YES,
    ("plan", 1): {**_SURELY, ("plan", -1): _N, ("", -1): _N},
    ("plan", -1): {**_YES, ("plan", 1): _N},
    ("ask", 1): {("done", 1): _M, ("ended", 1): _M},
    ("ask", -1): {("may", 1): _N, ("must", 1): _N},
    ("ongoing", 1): {("ended", 1): _M},
    ("begun", 1): {("ended", 1): _M},
    ("may", 1): {**_SURELY, ("may", -1): _M, ("must", 1): _M},
    ("may", -1): {**_YES, ("may", 1): _N, ("must", 1): _N},
    ("must", 1): {("must", -1): _M, ("may", -1): _M, ("may", 1): _M},
    ("must", -1): {("must", 1): _M},
    ("maybe", 1): {("sure", 1): _C, ("done", 1): _C},
}  # fmt: skip


@cache
def _marks() -> dict[str, str]:
    return {word: mode for mode, words in lexicons.told("stages").items() for word in words.split()}


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Predicates whose stage is the contrary of every one that the narrative gives them in the same matter."""
    seen: set[int] = set()
    for at in _candidates(variant, narrative):
        if not _is_predicate(variant, at) or variant.clause_of[at] in seen or not variant.is_asserted(at):
            continue
        mine = stage(variant, at)
        if mine.mode not in _SURE and variant.terms[at].concept == _BEGUN:
            continue
        if (not mine.mode and mine.sign > 0) or variant.page.words[mine.mark - 1].word == "yang":
            continue  # "desa yang sudah memilikinya": of those
        found = _contrary(variant, at, mine, narrative)
        if found:
            theirs, other, kind = found
            seen.add(variant.clause_of[at])
            yield findings.of_words(
                kind, variant, min(mine.mark, at), max(mine.mark, at),
                expected=_words(narrative, theirs.mark, other), source=narrative.source(other),
            )  # fmt: skip


def _candidates(variant: Side, narrative: Side) -> list[int]:
    """The words near a word of stage that the narrative has too, in the order of the text."""
    found: set[int] = set()
    for mark in variant.page.numbers_of(_marks().keys() | NEGATORS):
        found.update(range(max(0, mark - _BEHIND), min(mark + 1 + _REACH, len(variant.terms))))
    known = narrative.places_of
    return sorted(at for at in found if variant.terms[at].concept in known)


def _contrary(variant: Side, at: int, mine: Stage, narrative: Side) -> tuple[Stage, int, FindingKind] | None:
    """What the narrative says of a predicate if a text may not say this of it, and the kind of drift."""
    places = _places(narrative, variant.terms[at])
    against: list[tuple[int, Stage, int, FindingKind]] = []
    agreeing = 0
    is_only = sum(not _is_nominal(narrative.page.words[one].word) for one in places) <= 1
    for other in places:
        theirs = stage(narrative, other)
        if "yet" in (mine.mode, theirs.mode) and differ_in_figures(variant, at, narrative, other):
            continue  # two who have, and 55 who have not yet
        kind = _kind(variant, at, mine, narrative, other, theirs)
        if _fits(variant, at, narrative, other, is_only=kind is not None and is_only):
            likeness = _likeness(variant, at, narrative, other)
            if kind is None:
                agreeing = max(agreeing, likeness)
            else:
                against.append((likeness, theirs, other, kind))
    best = max(against, key=lambda one: one[0], default=None)
    return best[1:] if best and best[0] > agreeing else None


def _places(narrative: Side, term: Term) -> list[int]:
    """Where the narrative tells of a deed: of none that it asks about, and only if it must of one that it awaits."""
    key = ("deeds", term)
    if key not in narrative.memory:
        told = [
            one
            for one in narrative.places_of.get(term.concept, ())
            if _is_deed(narrative, one)
            and narrative.terms[one].sign == term.sign
            and narrative.sentence_of[one] not in narrative.asking
            and not is_of_some(narrative, one)
        ]
        narrative.memory[key] = [
            one for one in told if not (is_awaited(narrative, one) or is_afterwards(narrative, one))
        ] or told
    found: list[int] = narrative.memory[key]
    return found


def _likeness(variant: Side, at: int, narrative: Side, other: int) -> int:
    """How much two clauses say of the same: by their words and figures, then by those of their sentences."""
    return (
        1
        + _NEARER * _shared(variant, at, narrative, other)
        + len(variant.around(at) & narrative.around(other))
    )


def _shared(variant: Side, at: int, narrative: Side, other: int) -> int:
    """The words and figures that two clauses share."""
    return len(variant.wide(at) & narrative.wide(other)) + len(
        figures(variant, at) & figures(narrative, other)
    )


def _kind(
    variant: Side, at: int, mine: Stage, narrative: Side, other: int, theirs: Stage
) -> FindingKind | None:
    if theirs.key == ("", 1) and mine.key in _SURELY and _is_still_open(narrative, other):
        return _M
    if (theirs.key, mine.key) == (("", 1), ("plan", 1)):
        is_told = not (
            _is_due(narrative, other) or is_awaited(narrative, other) or is_afterwards(narrative, other)
        )
        return _M if is_told and _days(variant, at) & _days(narrative, other) else None
    return CONTRARY.get(theirs.key, {}).get(mine.key)


def _is_still_open(side: Side, at: int) -> bool:
    """Whether a text tells of something only on a condition or with a term: "bila terbukti, izinnya dicabut"."""
    first, last = side.page.sentences[side.sentence_of[at]]
    word = side.page.words[at]
    before = _PART.split(side.page.low[first : word.start])[-1]
    behind = side.page.low[word.end : last]
    return _CONDITION.match(before.strip()) is not None or _TERM.match(behind) is not None


def _is_due(side: Side, at: int) -> bool:
    """Whether a sentence names a term and no day on which something was."""
    return not _DUE.isdisjoint(side.sentence_words[side.sentence_of[at]])


def _words(side: Side, one: int, other: int) -> str:
    first, last = min(one, other), max(one, other)
    return side.page.text[side.page.words[first].start : side.page.words[last].end]


def _is_deed(side: Side, at: int) -> bool:
    """Whether a word tells of a deed, and not of who does it: "pemeriksa"."""
    word = side.page.words[at].word.removesuffix("nya")
    if at in side.named:
        return False
    return not (word.startswith("pe") and not word.endswith("an") and word != side.page.words[at].stem)


def _is_predicate(side: Side, at: int) -> bool:
    if not side.is_content[at] or at in side.rumoured or not _is_deed(side, at):
        return False
    word = side.page.words[at].word
    return _is_marked_root(side, at) or _is_verb(side, at) or _is_nominal(word)


def _is_verb(side: Side, at: int) -> bool:
    word = side.page.words[at]
    return (len(word.word) > 4 and word.word.startswith(_VERBAL)) or (
        word.word.startswith("be") and word.word != word.stem  # "bekerja", "belajar"
    )


def _is_marked_root(side: Side, at: int) -> bool:
    """Whether a bare root stands right behind a word of stage, or behind its doer: "sudah kami gelar"."""
    words = side.page.words
    if at == 0 or words[at].word != words[at].stem:
        return False
    before = at - 2 if words[at - 1].word in _BETWEEN and at > 1 else at - 1
    return words[before].word in _marks()


def _is_nominal(word: str) -> bool:
    bare = word.removesuffix("nya")
    return bare.startswith(_NOMINAL) and bare.endswith("an")


def stage(side: Side, at: int) -> Stage:
    """What is said of a predicate by the words of its clause."""
    key = ("stage", at)
    if key not in side.memory:
        side.memory[key] = _stage(side, at)
    found: Stage = side.memory[key]
    return found


def _stage(side: Side, at: int) -> Stage:
    span = side.clauses[side.clause_of[at]]
    found = _before(side, at, span.first) or _behind(side, at, span.last) or Stage("", _sign(side, at), at)
    if not found.mode and found.sign < 0 and _is_not_yet(side, at, span.first):
        found = Stage("yet", -1, found.mark)
    verb = side.sharing.get(side.clause_of[at])
    if verb is not None and found.mode in ("", "ended"):
        shared = _before(side, verb + 1, side.clauses[side.clause_of[verb]].first)
        if shared and shared.mode in _LASTING:
            return Stage(shared.mode, found.sign, found.mark)
    return found


def _is_not_yet(side: Side, at: int, begin: int) -> bool:
    """ "belum": what will never be is something else."""
    return any(word.word == "belum" for word in side.page.words[max(begin, at - _REACH) : at])


def _sign(side: Side, at: int) -> int:
    """-1 of a word that is denied, whatever the word says: that it says the contrary of another is no denial."""
    return -1 if side.is_negated(at) else 1


def _before(side: Side, at: int, begin: int) -> Stage | None:
    words, sign = side.page.words, _sign(side, at)
    seen, back = 0, at - 1
    while back >= max(begin, at - _REACH) and not side.page.breaks[back] and seen <= _SKIPPED:
        mode = _marks().get(words[back].word, "") if words[back + 1].word != "maaf" else ""
        if mode and back not in side.named and not _is_subject(side, back, at):
            mode, first = _outer(side, mode, back, begin)
            if mode == "plan" and first > begin and words[first - 1].word == "belum":
                return Stage("yet", -1, first - 1)
            if first > begin and words[first - 1].word in NEGATORS:
                first, sign = first - 1, sign if sign < 0 else -sign
            return Stage("may", -sign, first) if mode == "banned" else Stage(mode, sign, first)
        if words[back].word == "yang":
            return None  # what stands before bears on another
        if side.is_content[back]:
            if _is_verb(side, back) and words[back].word not in _CARRYING:
                return None  # it is that verb's
            seen += 1
        back -= 1
    return None


def _is_subject(side: Side, mark: int, at: int) -> bool:
    """Whether a proposal is what something is done with, and no frame of it: "usulan ditolak"."""
    words = side.page.words
    return words[mark].word in _PROPOSALS and (at - mark > 1 or words[at].word.startswith(("di", "ter")))


def _outer(side: Side, mode: str, at: int, begin: int) -> tuple[str, int]:
    """What the stages before one make of it: "ditargetkan selesai" has not ended, "telah dijadwalkan" is a plan."""
    begin = max(begin, at - _OUTERMOST)
    while at > begin and not side.page.breaks[at - 1]:
        outer = _marks().get(side.page.words[at - 1].word, "")
        if not outer:
            break
        mode, at = mode if outer == "done" and mode != "may" else outer, at - 1
    return mode, at


def _behind(side: Side, at: int, end: int) -> Stage | None:
    """What is said of a noun by the verb that it is the subject of: "pencabutannya diusulkan"."""
    words = side.page.words
    is_nominal = _is_nominal(words[at].word)
    if not is_nominal and words[at].word != words[at].stem:
        return None
    for one in range(at + 1, min(at + 1 + _BEHIND, end)):
        if side.page.breaks[one - 1]:
            return None
        mode = _marks().get(words[one].word, "")
        if words[one].word in NEGATORS and one + 1 < end and words[one + 1].word in _LIGHT:
            return Stage("", -1, one)
        if not is_nominal and side.is_content[one]:
            return None
        if mode in ("plan", "ask", "begun", "ended") and words[one].word.startswith("di") and is_nominal:
            return Stage(mode, _sign(side, at), one)
        if mode and one + 1 < end and words[one + 1].word in _LIGHT:
            is_denied = words[one - 1].word in NEGATORS
            return Stage(mode, -1 if is_denied else _sign(side, at), one)
    return None


def _fits(variant: Side, at: int, narrative: Side, other: int, *, is_only: bool) -> bool:
    """Whether two places speak of one matter: by the words of their clauses, or of their sentences.

    is_only     the narrative tells of such a deed nowhere else, so that less is asked
    """
    here, there = variant.near(at), narrative.near(other)
    mine, theirs = _goals(variant, at), _goals(narrative, other)
    if mine and theirs and not mine & theirs:
        return False
    near = _shared(variant, at, narrative, other)
    if near >= 2 or (near >= 1 and 2 * near >= min(len(here), len(there))):
        return True
    said = here - _names(variant, at)  # who says it says nothing of it
    is_alike = 2 * len(said & _told(narrative, other)) >= len(said & narrative.vocabulary) > 0
    return is_only and (is_alike or not here)


def _names(side: Side, at: int) -> frozenset[str]:
    """The concepts of the capital words in a word's clause, but for one that only begins its sentence."""
    span, words = side.clauses[side.clause_of[at]], side.page.words
    return frozenset(
        side.terms[one].concept
        for one in range(span.first, span.last)
        if words[one].is_capital and (one > span.first or words[min(one + 1, len(words) - 1)].is_capital)
    )


def _told(side: Side, at: int) -> frozenset[str]:
    """The concepts of a word's sentence, and of the one before where it points back: "hasilnya akan diumumkan"."""
    number = side.sentence_of[at]
    begin, end = side.page.sentences[number]
    said = side.around(at)
    opening = side.page.text[begin:end].lower().split()[:3]
    if number and any(word.endswith("nya") or word in ("mereka", "ia", "itu", "ini") for word in opening):
        said |= side.in_sentence.get(number - 1, frozenset())
    return said


def _goals(side: Side, at: int) -> frozenset[str]:
    """Where a clause puts what it tells: the words behind "ke", "di", "dari" after its predicate."""
    span = side.clauses[side.clause_of[at]]
    return frozenset(
        side.terms[one].concept
        for mark in range(at + 1, span.last)
        if side.page.words[mark].word in _WHERE
        for one in range(mark + 1, min(mark + 1 + _GOAL, span.last))
        if side.terms[one].concept
    )


def _days(side: Side, at: int) -> set[tuple[str, str]]:
    """The days and months that a word's sentence names."""
    return {
        (claim.parts[1], claim.parts[2])
        for claim in side.by_kind[ClaimKind.DATE]
        if claim.parts[2] and side.page.sentence(claim.start) == side.sentence_of[at]
    }
