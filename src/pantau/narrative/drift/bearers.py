"""Who is what: a title that the narrative gives to one of its people, given to another; a rank that is another's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.language.claims import lexicons
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side
from pantau.narrative.drift.sites import is_initials

_HEADS = lexicons.words("heads")
_RANKS = lexicons.words("police_ranks")
_SMALL = frozenset(
    (
        "dan",
        "di",
        "i",
        "ii",
        "iii",
        "iia",
        "iib",
        "kelas",
        "khusus",
        "tpi",
        "non",
        "kantor",
        "ri",
        "kota",
        "kabupaten",
        "provinsi",
    )
)
_FORCES = frozenset(("tni", "polri", "pol", "purn", "inf", "marinir", "pol."))
_ACTING = frozenset(("pelaksana", "plt", "plh", "pj", "penjabat", "pjs"))
_ROOMS = frozenset(
    ("biro", "bidang", "direktorat", "subdirektorat", "seksi", "bagian", "subbagian", "divisi", "pusat")
)
_SHORT = 5  # letters of a word that may be short for others: "humas"
_LONGEST = 10  # words of a title
_MOSTLY, _HARDLY = 0.6, 0.34  # shares of a title's words that another's title has, and one's own


class Bearer(NamedTuple):
    """A person by the last word of the name, the words of the title, and the title's place."""

    who: str
    title: frozenset[str]
    first: int
    last: int


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Titles that are another's in the narrative, where the one who bears them here has a title of his own there."""
    told = bearers(narrative)
    for mine in bearers(variant):
        own = [one for one in told if one.who == mine.who]
        others = [one for one in told if one.who != mine.who]
        if not own or len(mine.title) < 2 or max(_share(mine, one) for one in own) > _HARDLY:
            continue
        best = max((_share(mine, one) for one in others), default=0.0)
        is_other = best >= _MOSTLY or not any(mine.title & one.title for one in own)
        if is_other and mine.title <= narrative.words and all(one.title for one in own):
            if any(is_initials(word, variant) for one in own for word in one.title):
                continue  # "MPIG" spelt out
            expected = narrative.page.text[
                narrative.page.words[own[0].first].start : narrative.page.words[own[0].last].end
            ]
            yield findings.of_words(
                FindingKind.TITLE, variant, mine.first, mine.last, expected=expected,
                source=narrative.source(own[0].first), fix=expected,
            )  # fmt: skip
    yield from _other_room(variant, narrative)
    yield from _other_rank(variant, narrative)
    yield from _acting(variant, narrative)


def _other_room(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "Kepala Biro Kepegawaian" of who heads the bureau for relations with the public."""
    told = {one.who: one for one in bearers(narrative)}
    for mine in bearers(variant):
        own = told.get(mine.who)
        if own is None:
            continue
        (room, field), (same, theirs) = _room(variant, mine), _room(narrative, own)
        if room and room == same and field and theirs and narrative.words.isdisjoint(field):
            expected = narrative.page.text[
                narrative.page.words[own.first].start : narrative.page.words[own.last].end
            ]
            yield findings.of_words(
                FindingKind.TITLE, variant, mine.first, mine.last, expected=expected,
                source=narrative.source(own.first), fix=expected,
            )  # fmt: skip


def _room(side: Side, one: Bearer) -> tuple[str, frozenset[str]]:
    """The part of an office that somebody heads, and the long words that name it: no initials, nothing in short."""
    words = side.page.words
    at = next((at for at in range(one.first, one.last) if words[at].word in _ROOMS), -1)
    if at < 0:
        return "", frozenset()
    field = {words[behind].word for behind in range(at + 1, one.last + 1)} - _SMALL
    return words[at].word, frozenset(field) if all(len(word) > _SHORT for word in field) else frozenset()


def _acting(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "Dirjen Imigrasi" of who only acts as one."""
    told = {one.who for one in bearers(narrative) if _is_acting(narrative, one)}
    for mine in bearers(variant):
        if mine.who in told and not _is_acting(variant, mine):
            own = next(one for one in bearers(narrative) if one.who == mine.who)
            yield findings.of_words(
                FindingKind.TITLE, variant, mine.first, mine.last, source=narrative.source(own.first)
            )


def _is_acting(side: Side, one: Bearer) -> bool:
    words = side.page.words[max(0, one.first - 2) : one.last + 1]
    return any(word.word in _ACTING or word.raw.lower() in _ACTING for word in words)


def bearers(side: Side) -> list[Bearer]:
    """Everybody with a title before the name, or behind its comma."""
    if "bearers" not in side.memory:
        side.memory["bearers"] = [one for name in side.by_kind[ClaimKind.NAME] for one in _of(side, name)]
    found: list[Bearer] = side.memory["bearers"]
    return found


def _of(side: Side, name: Claim) -> Iterator[Bearer]:
    first, last = side.page.at(name.start), side.page.at(name.end)
    who = str(name.value).split()[-1]
    before = _before(side, first)
    if before is not None:
        yield Bearer(who, _words(side, before, first), before, first - 1)
    elif (
        last < len(side.page.words)
        and side.page.text[name.end : side.page.words[last].start] == ", "
        and side.page.words[last].word in _HEADS
    ):
        end = last
        while not side.page.breaks[end] and end - last < _LONGEST and side.page.words[end + 1].is_capital:
            end += 1
        yield Bearer(who, _words(side, last, end + 1), last, end)


def _before(side: Side, first: int) -> int | None:
    """Where the title before a name begins: at the last head of an office in a run of capital words."""
    words, at = side.page.words, first - 1
    while at >= 0 and first - at <= _LONGEST and side.sentence_of[at] == side.sentence_of[first - 1]:
        gap = side.page.text[words[at].end : words[at + 1].start]
        if gap.strip() not in (("", ",") if at == first - 1 else ("",)):
            return None
        if words[at].word in _HEADS:
            return at
        if not (words[at].is_capital or words[at].word in ("dan", "di")):
            return None
        at -= 1
    return None


def _words(side: Side, first: int, last: int) -> frozenset[str]:
    """What a title says beside its head, offices and titles by their full names."""
    start, end = side.page.words[first].start, side.page.words[last - 1].end
    found: set[str] = set()
    covered: set[int] = set()
    for kind in (ClaimKind.TITLE, ClaimKind.OFFICE):
        for claim in side.by_kind[kind]:
            if start <= claim.start and claim.end <= end:
                found.update(str(claim.value).split())
                covered.update(range(side.page.at(claim.start), side.page.at(claim.end)))
    found.update(side.page.words[at].word for at in range(first, last) if at not in covered)
    return frozenset(found) - _HEADS - _SMALL


def _share(mine: Bearer, other: Bearer) -> float:
    return len(mine.title & other.title) / max(1, len(mine.title))


def _other_rank(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "Kompol Suryadi" where the narrative has "AKBP Suryadi"."""
    told = dict(_ranked(narrative))
    for who, at in _ranked(variant):
        other = told.get(who)
        if other is not None and narrative.page.words[other].word != variant.page.words[at].word:
            yield findings.instead(FindingKind.TITLE, variant, at, narrative, other)


def _ranked(side: Side) -> Iterator[tuple[str, int]]:
    words = side.page.words
    for at in range(len(words) - 1):
        if words[at].word not in _RANKS:
            continue
        name = at + 1
        while name < len(words) - 1 and words[name].word in _FORCES:
            name += 1
        if words[name].is_capital and side.sentence_of[name] == side.sentence_of[at]:
            yield words[name].word, at
