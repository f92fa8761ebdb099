"""The house's memory: a text against every narrative that was ever approved, and past issues like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pantau.domain.board import Stance, Told
from pantau.domain.claims import DriftFinding, FindingKind, Severity
from pantau.domain.ids import IssueId
from pantau.narrative import board
from pantau.narrative.drift import check
from pantau.narrative.remembered import House, Past, Text, house, read

__all__ = ["Contradiction", "Memory", "Past", "Similar", "recall"]

_SHARE = 0.6  # of a sentence's words that a narrative must have to be asked about it
_SAME = 0.5  # of the words of the shorter of two sentences that both must have to speak of one thing
_NEAR = 0.8  # of how near the nearest narrative comes to a sentence: those further away speak of other things
_MATTER = 0.4  # of a text that a narrative must speak of to be about the same matter
_FEW = 2  # words of a sentence too short for shares: all of them must be there
_MOST = 24  # narratives that a text is held against, those that share most first
_LIKE, _ISSUES = 0.15, 5  # how alike an issue must be to be named, and how many are
_APART = 31  # days between the dates of two texts that then tell of two events
_KINDS = frozenset(FindingKind) - {
    FindingKind.CLAIM, FindingKind.FORBIDDEN, FindingKind.OUTDATED, FindingKind.QUOTE, FindingKind.ORDER,
}  # fmt: skip

_STANCES = (FindingKind.NEGATION, FindingKind.MODALITY, FindingKind.CERTAINTY)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a text says otherwise than a narrative did; the finding's offsets count in the text.

    sentence  the text's own; the narrative's is the finding's `source`
    """

    past: Past
    finding: DriftFinding
    sentence: str


@dataclass(frozen=True, slots=True)
class Similar:
    """A past issue by its latest approved narrative; `likeness` from 0 to 1."""

    past: Past
    likeness: float


@dataclass(frozen=True, slots=True)
class Memory:
    """What is in force comes first, then the newest; similar issues by likeness."""

    contradictions: tuple[Contradiction, ...]
    similar: tuple[Similar, ...]


def recall(text: str, pasts: Iterable[Past]) -> Memory:
    """What was said before about the same things, otherwise; and which issues were like this one. Never raises."""
    known, mine = house(tuple(pasts)), Text(text)
    near = [known.nearness(words) for words in mine.words]
    asked = sorted(_asked(mine, known), key=lambda number: -known.held(mine, number))[:_MOST]
    nearest = [max((one.get(number, 0.0) for number in asked), default=0.0) for one in near]
    found: list[Contradiction] = []
    for number in asked:
        close = [one.get(number, 0.0) >= _NEAR * best for one, best in zip(near, nearest, strict=True)]
        found += _Held(mine, known, number, close).contradictions()
    found.sort(key=lambda one: (not one.past.in_force, -one.past.approved.timestamp(), one.finding.start))
    return Memory(tuple(_once(found)), tuple(_similar(mine, known)))


def _asked(mine: Text, known: House) -> set[int]:
    """The narratives that have most words of some sentence."""
    return {
        number
        for words in mine.words
        for number, shared in known.shared(words).items()
        if _has_most(len(words), shared)
    }


def _has_most(words: int, shared: int) -> bool:
    if words < _FEW:
        return False
    return shared >= (words if words == _FEW else _SHARE * words)


class _Held:
    """A text held against one narrative. `close` tells of each sentence whether no other narrative is much closer."""

    def __init__(self, mine: Text, known: House, number: int, close: Sequence[bool]) -> None:
        self.mine, self.known = mine, known
        self.past, self.theirs = known.pasts[number], known.texts[number]
        self.close = close
        self.is_same_matter = known.held(mine, number) >= _MATTER

    def contradictions(self) -> Iterator[Contradiction]:
        asked = [place for place in range(len(self.mine.sentences)) if self._is_asked(place)]
        if not asked or _are_two_events(self.mine, self.theirs):
            return
        for place in asked:
            start, end = self.mine.sentences[place]
            sentence = self.mine.page.text[start:end]
            for one in _plainest(self._found(place, sentence)):
                moved = replace(one, start=start + one.start, end=start + one.end)
                yield Contradiction(self.past, moved, sentence)

    def _is_asked(self, place: int) -> bool:
        """Whether the narrative has the words of a sentence, and no other one has a sentence much more like it."""
        words = self.mine.words[place]
        return self.close[place] and _has_most(len(words), len(words & self.theirs.all))

    def _found(self, place: int, sentence: str) -> list[DriftFinding]:
        counted = _counted_otherwise(self.mine, place, self.past, self.theirs) if self.is_same_matter else []
        found = list(counted)
        known = {one.start for one in found}
        told = _findings(sentence, self.past)
        return found + [one for one in told if one.start not in known and self._is_of_one_thing(place, one)]

    def _is_of_one_thing(self, place: int, found: DriftFinding) -> bool:
        """Whether two sentences share most of what they say, names of places apart, and no place parts them.

        In texts on two matters they must be nearly the same sentence: a fee is a fee wherever it is told.
        """
        source = read(found.source)
        here, there = self.mine.words[place] - self.mine.names, source.all - source.names
        shared, short = len(here & there), min(len(here), len(there))
        if not short or shared < min(_FEW, short) or shared < _SAME * short:
            return False
        if not self.is_same_matter and (shared <= _FEW or self.known.common(here, there) < _SAME):
            return False
        return not _are_two_places(self.mine, place, self.theirs, source)


def _plainest(found: Sequence[DriftFinding]) -> Iterator[DriftFinding]:
    """Where two sentences differ in a figure, that one is denied in the other is no second thing."""
    counted = {one.source for one in found if one.kind not in _STANCES}
    for one in found:
        if one.kind not in _STANCES or one.source not in counted:
            yield one


@lru_cache(maxsize=2048)  # texts are asked about again as they are edited
def _findings(sentence: str, past: Past) -> tuple[DriftFinding, ...]:
    if sentence in past.text:
        return ()
    found = check(sentence, past.text, facts=past.facts).findings
    kept = (one for one in found if one.kind in _KINDS and one.severity is not Severity.INFO and one.source)
    return tuple(kept)


def _are_two_places(mine: Text, place: int, theirs: Text, source: Text) -> bool:
    here = mine.regions(place) or mine.regions()
    there = source.regions() or theirs.regions()
    return bool(here and there) and not any(
        one.startswith(other) or other.startswith(one) for one in here for other in there
    )


def _are_two_events(mine: Text, theirs: Text) -> bool:
    here, there = mine.dates, theirs.dates
    return bool(here and there) and min(abs((a - b).days) for a in here for b in there) > _APART


def _counted_otherwise(mine: Text, place: int, past: Past, theirs: Text) -> Iterator[DriftFinding]:
    """What happened to people, counted otherwise: "tiga tewas" where the narrative says that nobody died."""
    start, end = mine.sentences[place]
    sentence = mine.page.text[start:end]
    for told in board.read("", sentence):
        same = [(one, source) for one, source in _said(past) if _is_of_same(told, one)]
        source = next(iter(same), None)
        if (
            source is None
            or any(one.value == told.value for one, _source in same)
            or _are_two_places(mine, place, theirs, read(source[1]))
        ):
            continue
        at = sentence.find(told.text)
        yield DriftFinding(
            FindingKind.FIGURE,
            told.text,
            at,
            at + len(told.text),
            source[0].text,
            source[1],
            "",
            Severity.ERROR,
        )


def _is_of_same(told: Told, said: Told) -> bool:
    if not told.topic.state or told.topic != said.topic:
        return False
    return told.stance is said.stance is Stance.SAID and told.high is None and said.high is None


@lru_cache(maxsize=512)
def _said(past: Past) -> tuple[tuple[Told, str], ...]:
    """What a narrative and its facts count, with the sentence that does."""
    whole = read("\n".join((past.text, *past.facts)))
    sentences = [whole.page.text[start:end] for start, end in whole.sentences]
    return tuple((told, sentence) for sentence in sentences for told in board.read("", sentence))


def _once(found: Sequence[Contradiction]) -> Iterator[Contradiction]:
    """Of the versions of one issue only the first, which is in force or the newest, says a thing."""
    seen: set[tuple[IssueId, int, int, str]] = set()
    for one in found:
        key = (one.past.issue, one.finding.start, one.finding.end, one.finding.expected)
        if key not in seen:
            seen.add(key)
            yield one


def _similar(mine: Text, known: House) -> list[Similar]:
    latest: dict[IssueId, int] = {}
    for number in sorted(range(len(known.pasts)), key=lambda number: known.pasts[number].version):
        latest[known.pasts[number].issue] = number
    found = []
    for number in latest.values():
        past = known.pasts[number]
        theirs = read(past.title).all | known.texts[number].until(len(past.text))
        found.append(Similar(past, round(known.likeness(mine.all, theirs), 3)))
    ranked = sorted(found, key=lambda one: -one.likeness)
    return [one for one in ranked[:_ISSUES] if one.likeness >= _LIKE]
