"""Events in the order that the narrative tells, or in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pantau.domain.claims import ClaimKind, DriftFinding, FindingKind
from pantau.language.claims.order import AFTER, THEN
from pantau.narrative.drift import chronicle, findings, links
from pantau.narrative.drift.chronicle import Event
from pantau.narrative.drift.links import Kind, Link
from pantau.narrative.drift.sides import Side

_REACH = 5  # content words of an event
_LED = frozenset(("didahului", "diawali"))
_OFTEN = 2
_DOERS = frozenset(("=petugas", "=polisi"))  # who does what is told of one event and of another
_TOLD = 12  # sentences before "setelah kejadian ini" that it speaks of
_UNITS = frozenset(("menit", "jam", "hari", "minggu", "pekan", "bulan", "tahun", "detik"))
_STEPS = frozenset(
    ("urutan", "urutannya", "tahapan", "tahapannya", "tahap", "langkah", "alur", "alurnya", "prosedur")
)
_AGE_REACH = 2  # words from "setelah" to the length behind it
_LIKE = 2  # words by which an event is known again
_PASSED = frozenset(
    ("yang", "dan", "dulu", "dahulu", "lebih", "terlebih")
)  # between an event and what puts it first
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
    told = _chained([*pairs(narrative), *_listed(narrative)])
    told += _dated_on(told, chronicle.events(narrative))
    yield from _turned(variant, narrative)
    for pair in pairs(variant):
        for other in () if _is_told(pair, told) else told:
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


def _chained(told: list[Pair]) -> list[Pair]:
    """Pairs with those that follow from two of them: A before B and B before C."""
    found = list(told)
    for one in told:
        for other in told:
            joint = (one.later - one.earlier) & (other.earlier - other.later)
            if joint and not one.earlier & other.later:
                found.append(Pair(one.earlier, other.later, one.at, one.first, one.last))
    return found


def _listed(side: Side) -> Iterator[Pair]:
    """Steps that a sentence lists with commas: "Urutannya: mengisi permohonan, membayar, lalu wawancara"."""
    for number, words in enumerate(side.sentence_words):
        if _STEPS.isdisjoint(words) or THEN.isdisjoint(words):
            continue
        steps = [step for step in _parts(side, number) if step]
        for at, step in enumerate(steps):
            for later in steps[at + 1 :]:
                yield Pair(_concepts(side, step), _concepts(side, later), step[0], step[0], later[-1])


def _parts(side: Side, number: int) -> Iterator[list[int]]:
    """The content words between the marks of a sentence."""
    part: list[int] = []
    for at in range(len(side.page.words)):
        if side.sentence_of[at] == number:
            if side.is_content[at]:
                part.append(at)
            if side.page.breaks[at]:
                yield part
                part = []
    yield part


def _dated_on(told: list[Pair], events: list[Event]) -> Iterator[Pair]:
    """Pairs with what the days and times of a text add to them: A before B, and B at one, C at two o'clock."""
    for pair in told:
        middle = _dated(pair.later - pair.earlier, events, 1)
        for event in events if middle else ():
            if middle and event.is_after(middle):
                yield Pair(pair.earlier, event.said, pair.at, pair.first, pair.last)


def _is_told(pair: Pair, told: list[Pair]) -> bool:
    """Whether the narrative has two events in the same order by as many words as in another."""
    straight = [
        len(pair.earlier & other.earlier - other.later) + len(pair.later & other.later - other.earlier)
        for other in told
        if pair.earlier & other.earlier and pair.later & other.later
    ]
    crossed = [len(pair.earlier & other.later) + len(pair.later & other.earlier) for other in told]
    return max(straight, default=0) > max(crossed, default=0)


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
    for at in side.page.numbers_of(AFTER | {"sebelum"}):
        word = side.page.words[at]
        for claim in side.beside(ClaimKind.DURATION, word.start, 1 + _AGE_REACH):
            first, last = side.page.at(claim.start), side.page.at(claim.end)
            if isinstance(claim.value, int | float) and (last == at or 0 < first - at <= _AGE_REACH):
                key = float(claim.value), claim.unit + "<" * (last == at)
                yield key, word.word in AFTER, at, max(at, last - 1)


def _against_days(pair: Pair, variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Two events that the narrative dates the other way round."""
    told = chronicle.events(narrative)
    first, second = _dated(pair.earlier - pair.later, told), _dated(pair.later - pair.earlier, told)
    if first and second and first.is_after(second):
        yield findings.of_words(
            FindingKind.ORDER, variant, pair.first, pair.last,
            expected=f"{first.when:%d/%m}, {second.when:%d/%m}", source=narrative.source(first.at),
        )  # fmt: skip


def _dated(event: frozenset[str], told: list[Event], least: int = _LIKE) -> Event | None:
    """The one dated clause that speaks most of an event."""
    scores = sorted(((len(event & one.said), -at) for at, one in enumerate(told)), reverse=True)
    if not scores or scores[0][0] < least or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return told[-scores[0][1]]


def _is_reversed(pair: Pair, other: Pair) -> bool:
    """Each event is more like the other text's opposite one than like its own, by words that tell the two apart."""
    mine_first, mine_last = pair.earlier - pair.later, pair.later - pair.earlier
    their_first, their_last = other.earlier - other.later, other.later - other.earlier
    crossed = len(mine_first & their_last), len(mine_last & their_first)
    straight = len(mine_first & their_first), len(mine_last & their_last)
    return min(crossed) >= 1 and sum(crossed) > sum(straight) and max(crossed) > 0


def pairs(side: Side) -> Iterator[Pair]:
    """What a text says was before what."""
    connectors = list(links.connectors(side))
    taken = frozenset(at for one in connectors for at in range(one.first, one.last))
    chain: list[Pair] = []
    for link in connectors:
        if link.kind is not Kind.THEN and _is_measured(side, link.first):
            continue
        for pair in _pair(side, link, taken):
            yield pair
            if link.kind is Kind.THEN:
                yield from _behind_all(side, chain, pair)
                chain.append(pair)


def _behind_all(side: Side, chain: list[Pair], pair: Pair) -> Iterator[Pair]:
    """ "A, lalu B, lalu C": C is behind A too."""
    sentence = side.sentence_of[pair.at]
    for other in chain:
        if side.sentence_of[other.at] == sentence and other.earlier != pair.earlier:
            yield Pair(other.earlier, pair.later, pair.at, other.first, pair.last)


def _is_measured(side: Side, at: int) -> bool:
    """ "45 menit setelah keluhan itu dia dibawa": what comes later stands behind, not before."""
    words = side.page.words
    is_opening = at < 3 or side.page.breaks[at - 3] or words[at - 3].word in _EDGES
    return at > 1 and words[at].word in AFTER and words[at - 1].word in _UNITS and is_opening


def _pair(side: Side, link: Link, taken: frozenset[int]) -> Iterator[Pair]:
    at, sentence = link.first, side.sentence_of[min(link.first, len(side.sentence_of) - 1)]
    behind = _event(side, link.last, 1, sentence, taken)
    before = _event(side, _before(side, at), -1, sentence, taken)
    opens = at == 0 or side.sentence_of[at - 1] != sentence
    is_then, is_after = link.kind is Kind.THEN, link.kind is Kind.AFTER
    is_led = side.page.words[min(at, len(side.page.words) - 1)].word in _LED
    if is_after and not is_led and not opens and at and side.page.breaks[at - 1]:
        # "dibekukan dulu, setelah sandi diganti baru aktif": the comma parts it from what stands before
        return
    if link.kind is Kind.SINCE:
        before_all = range(max(0, sentence - _TOLD), sentence)
        told = frozenset().union(*(side.in_sentence.get(one, frozenset()) for one in before_all))
        later = _second(side, at, sentence, taken) if opens else before
        if told and later:
            yield Pair(told - _concepts(side, later), _concepts(side, later), at, min(later), max(later))
        return
    if opens or (not before and behind):
        after_comma = _second(side, link.last - 1, sentence, taken)
        if is_then:
            before = _event(side, at - 1, -1, side.sentence_of[at - 1], taken) if at else []
        else:
            before, behind = after_comma, [one for one in behind if not after_comma or one < min(after_comma)]
    if not before or not behind:
        return
    left, right = _concepts(side, before), _concepts(side, behind)
    first, last = min(before + behind), max(before + behind)
    if is_after:
        yield Pair(right, left, at, first, last)
        return
    yield Pair(left, right, at, first, last)
    if is_then:
        yield from _third(side, behind, sentence, taken)


def _before(side: Side, at: int) -> int:
    """The word before a connector, another one and "yang" passed over: "..., yang kemudian disusul ..."."""
    at -= 1
    while at >= 0 and side.page.words[at].word in THEN | _PASSED:
        at -= 1
    return at


def _third(side: Side, second: list[int], sentence: int, taken: frozenset[int]) -> Iterator[Pair]:
    """ "A, disusul B dan C": C comes behind B."""
    if max(second) + 2 >= len(side.page.words):
        return
    and_then = max(second) + 1
    while and_then < len(side.page.words) - 1 and not side.terms[and_then].concept:
        and_then += 1  # the other words of a phrase
    third = _event(side, and_then + 1, 1, sentence, taken)
    if side.page.words[and_then].word == "dan" and third:
        first, last = min(second), max(third)
        yield Pair(_concepts(side, second), _concepts(side, third), and_then, first, last)


def _concepts(side: Side, event: list[int]) -> frozenset[str]:
    """Concepts with their sign; those that a text speaks of again and again tell no event from another."""
    return frozenset(
        ("" if side.polarity(one) > 0 else "-") + side.terms[one].concept
        for one in event
        if len(side.places_of.get(side.terms[one].concept, ())) <= _OFTEN
        and side.terms[one].concept not in _DOERS
    )


def _event(side: Side, at: int, step: int, sentence: int, taken: frozenset[int]) -> list[int]:
    """Content words from here on in a direction, up to the next connector or mark."""
    found: list[int] = []
    while (
        0 <= at < len(side.page.words)
        and side.sentence_of[at] == sentence
        and sum(one not in side.named for one in found) < _REACH
    ):
        if at in taken or (found and side.page.words[at].word in _EDGES and at not in side.named):
            break
        if side.is_content[at]:
            found.append(at)
        edge = at if step > 0 else at - 1
        if (
            any(one not in side.named for one in found)
            and 0 <= edge < len(side.page.words)
            and side.page.breaks[edge]
        ):
            break
        at += step
    return found


def _second(side: Side, at: int, sentence: int, taken: frozenset[int]) -> list[int]:
    """The main clause behind "Setelah ..., "."""
    one = at + 1
    while one < len(side.page.words) and side.sentence_of[one] == sentence:
        if side.page.breaks[one]:
            return _event(side, one + 1, 1, sentence, taken)
        one += 1
    return []
