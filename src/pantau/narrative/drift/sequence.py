"""Events in the order that the narrative tells, or in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind
from pantau.language.claims.order import AFTER, BEFORE, THEN
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side

_REACH = 5  # content words of an event
_OFTEN = 2
_UNITS = frozenset(("menit", "jam", "hari", "minggu", "pekan", "bulan", "tahun", "detik"))
_AGE_REACH = 2  # words from "setelah" to the length behind it
_ORDER = BEFORE | AFTER | THEN
_LIKE = 2  # words by which an event is known again
_EDGES = frozenset(("dan", "ialah", "adalah", "yaitu", "yakni", "sedangkan", "serta"))


@dataclass(frozen=True, slots=True)
class Pair:
    """One event before another, by what each is about; `at` is the word that says so."""

    earlier: frozenset[str]
    later: frozenset[str]
    at: int
    first: int
    last: int


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Pairs of events that the narrative tells the other way round."""
    told = list(pairs(narrative))
    yield from _turned(variant, narrative)
    for pair in pairs(variant):
        for other in told:
            if _is_reversed(pair, other):
                yield findings.of_words(
                    FindingKind.ORDER, variant, pair.first, pair.last,
                    expected=narrative.page.text[
                        narrative.page.words[other.first].start : narrative.page.words[other.last].end
                    ],
                    source=narrative.source(other.at),
                )  # fmt: skip
                break
        else:
            yield from _against_days(pair, variant, narrative)


def _turned(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "sebelum berusia 18 tahun" where the narrative has "setelah", "dua jam sebelum" where it has "setelah"."""
    told = list(_sides_of_values(narrative))
    for value, is_after, at, last in _sides_of_values(variant):
        same = [one for one in told if one[0] == value]
        if same and all(one[1] != is_after for one in same):
            yield findings.of_words(
                FindingKind.ORDER, variant, at, last, expected=narrative.page.words[same[0][2]].raw,
                source=narrative.source(same[0][2]),
            )  # fmt: skip


def _sides_of_values(side: Side) -> Iterator[tuple[tuple[float, str], bool, int, int]]:
    """Lengths and ages beside "sebelum" or "setelah", whether it is "setelah", and from where to where."""
    claims = side.by_kind[ClaimKind.DURATION]
    for at, word in enumerate(side.page.words):
        if word.word not in AFTER and word.word != "sebelum":
            continue
        for claim in claims:
            first, last = side.page.at(claim.start), side.page.at(claim.end)
            if isinstance(claim.value, int | float) and (last == at or 0 < first - at <= _AGE_REACH):
                key = float(claim.value), claim.unit + "<" * (last == at)
                yield key, word.word in AFTER, at, max(at, last - 1)


def _against_days(pair: Pair, variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Two events that the narrative dates the other way round."""
    days = _dated(narrative)
    first, second = _day_of(pair.earlier - pair.later, days), _day_of(pair.later - pair.earlier, days)
    if first and second and first[0] > second[0]:
        yield findings.of_words(
            FindingKind.ORDER, variant, pair.first, pair.last,
            expected=f"{first[0]:%d/%m}, {second[0]:%d/%m}", source=narrative.page.text[slice(*first[1])],
        )  # fmt: skip


def _dated(side: Side) -> list[tuple[date, frozenset[str], tuple[int, int]]]:
    """The sentences that name one day, with what they speak of."""
    if "dated" not in side.memory:
        told: dict[int, list[date]] = {}
        for claim in side.by_kind[ClaimKind.DATE]:
            year, month, day = (int(part or 0) for part in claim.parts[:3])
            if year and month and day:
                told.setdefault(side.page.sentence(claim.start), []).append(date(year, month, day))
        side.memory["dated"] = [
            (days[0], side.in_sentence.get(number, frozenset()), side.page.sentences[number])
            for number, days in told.items()
            if len(days) == 1
        ]
    found: list[tuple[date, frozenset[str], tuple[int, int]]] = side.memory["dated"]
    return found


def _day_of(
    event: frozenset[str], days: list[tuple[date, frozenset[str], tuple[int, int]]]
) -> tuple[date, tuple[int, int]] | None:
    """The day of the one sentence that speaks most of an event."""
    scores = sorted(((len(event & said), day, span) for day, said, span in days), reverse=True)
    if not scores or scores[0][0] < _LIKE or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1], scores[0][2]


def _is_reversed(pair: Pair, other: Pair) -> bool:
    """Each event is more like the other text's opposite one than like its own, by words that tell the two apart."""
    mine_first, mine_last = pair.earlier - pair.later, pair.later - pair.earlier
    their_first, their_last = other.earlier - other.later, other.later - other.earlier
    crossed = len(mine_first & their_last), len(mine_last & their_first)
    straight = len(mine_first & their_first), len(mine_last & their_last)
    return min(crossed) >= 1 and sum(crossed) > sum(straight) and max(crossed) > 0


def pairs(side: Side) -> Iterator[Pair]:
    """What a text says was before what."""
    for at, word in enumerate(side.page.words):
        if word.word in _ORDER and not _is_measured(side, at):
            yield from _pair(side, at)


def _is_measured(side: Side, at: int) -> bool:
    """ "45 menit setelah keluhan itu dia dibawa": what comes later stands behind, not before."""
    words = side.page.words
    is_opening = at < 3 or side.page.breaks[at - 3] or words[at - 3].word in _EDGES
    return at > 1 and words[at].word in AFTER and words[at - 1].word in _UNITS and is_opening


def _pair(side: Side, at: int) -> Iterator[Pair]:
    word, sentence = side.page.words[at].word, side.sentence_of[at]
    behind = _event(side, at + 1, 1, sentence)
    before = _event(side, _before(side, at), -1, sentence)
    opens = at == 0 or side.sentence_of[at - 1] != sentence
    is_then = word in THEN or (word in AFTER and _points_back(side, at))
    if word in AFTER and not is_then and not opens and at and side.page.breaks[at - 1]:
        # "dibekukan dulu, setelah sandi diganti baru aktif": the comma parts it from what stands before
        return
    if opens or (not before and behind):
        after_comma = _second(side, at, sentence)
        if is_then:
            before = _event(side, at - 1, -1, side.sentence_of[at - 1]) if at else []
        else:
            before, behind = after_comma, [one for one in behind if not after_comma or one < min(after_comma)]
    if not before or not behind:
        return
    left, right = _concepts(side, before), _concepts(side, behind)
    first, last = min(before + behind), max(before + behind)
    if word in AFTER and not is_then:
        yield Pair(right, left, at, first, last)
    elif word in BEFORE or is_then:
        yield Pair(left, right, at, first, last)
        yield from _third(side, at, behind, sentence)


def _points_back(side: Side, at: int) -> bool:
    """ "sesudah itu" leads on from what stands before it."""
    return at + 1 < len(side.page.words) and side.page.words[at + 1].word in ("itu", "ini")


def _before(side: Side, at: int) -> int:
    """The word before a connector, another one and "yang" passed over: "..., yang kemudian disusul ..."."""
    at -= 1
    while at >= 0 and side.page.words[at].word in THEN | {"yang"}:
        at -= 1
    return at


def _third(side: Side, at: int, second: list[int], sentence: int) -> Iterator[Pair]:
    """ "A, disusul B dan C": C comes behind B."""
    if side.page.words[at].word not in THEN or max(second) + 2 >= len(side.page.words):
        return
    and_then = max(second) + 1
    while and_then < len(side.page.words) - 1 and not side.terms[and_then].concept:
        and_then += 1  # the other words of a phrase
    if side.page.words[and_then].word == "dan" and (third := _event(side, and_then + 1, 1, sentence)):
        yield Pair(_concepts(side, second), _concepts(side, third), at, min(second), max(third))


def _concepts(side: Side, event: list[int]) -> frozenset[str]:
    """Concepts with their sign; those that a text speaks of again and again tell no event from another."""
    return frozenset(
        ("" if side.polarity(one) > 0 else "-") + side.terms[one].concept
        for one in event
        if len(side.places_of.get(side.terms[one].concept, ())) <= _OFTEN
    )


def _event(side: Side, at: int, step: int, sentence: int) -> list[int]:
    """Content words from here on in a direction, up to the next connector or mark."""
    found: list[int] = []
    while 0 <= at < len(side.page.words) and side.sentence_of[at] == sentence and len(found) < _REACH:
        if side.page.words[at].word in _ORDER or (found and side.page.words[at].word in _EDGES):
            break
        if side.is_content[at]:
            found.append(at)
        edge = at if step > 0 else at - 1
        if found and 0 <= edge < len(side.page.words) and side.page.breaks[edge]:
            break
        at += step
    return found


def _second(side: Side, at: int, sentence: int) -> list[int]:
    """The main clause behind "Setelah ..., "."""
    one = at + 1
    while one < len(side.page.words) and side.sentence_of[one] == sentence:
        if side.page.breaks[one]:
            return _event(side, one + 1, 1, sentence)
        one += 1
    return []
