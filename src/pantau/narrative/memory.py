"""The house's memory: a text against every narrative that was ever approved, and past issues like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from math import log, sqrt

from pantau.domain.board import Stance, Told
from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind, Severity
from pantau.domain.ids import IssueId
from pantau.language.claims import Reading, taken
from pantau.narrative import board
from pantau.narrative.drift import check, concepts

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
class Past:
    """A narrative as it was approved; `in_force` while no later version of its issue took its place."""

    issue: IssueId
    title: str
    version: int
    approved: datetime
    in_force: bool
    text: str
    facts: tuple[str, ...] = ()


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
    known, mine = list(pasts), _Text(text)
    weights = _Weights(known)
    asked = [past for past in known if any(_share(words, _whole(past).all) for words in mine.words)]
    asked.sort(key=lambda past: -weights.held(mine, _whole(past)))
    nearest = _nearest(mine, asked[:_MOST], weights)
    found = [one for past in asked[:_MOST] for one in _Held(mine, past, weights, nearest).contradictions()]
    found.sort(key=lambda one: (not one.past.in_force, -one.past.approved.timestamp(), one.finding.start))
    return Memory(tuple(_once(found)), tuple(_similar(mine, known, weights)))


def _nearest(mine: _Text, pasts: Sequence[Past], weights: _Weights) -> list[float]:
    """How near the nearest sentence of any narrative comes to each sentence of the text."""
    return [
        max((weights.nearness(words, _whole(past)) for past in pasts), default=0.0) for words in mine.words
    ]


class _Weights:
    """How telling words are: those that few issues speak of tell most, and those that none does tell something."""

    def __init__(self, pasts: Sequence[Past]) -> None:
        issues: dict[IssueId, set[str]] = {}
        for past in pasts:
            issues.setdefault(past.issue, set()).update(_whole(past).all)
        spread = Counter(word for words in issues.values() for word in words)
        self._weight = {word: log((2 + len(issues)) / (1 + count)) for word, count in spread.items()}
        self._unknown = log(2 + len(issues))

    def of(self, words: Iterable[str]) -> float:
        return sum(self._weight.get(word, self._unknown) ** 2 for word in words)

    def held(self, mine: _Text, theirs: _Text) -> float:
        """The share of a text that another one speaks of too."""
        return self.of(mine.all & theirs.all) / max(self.of(mine.all), 1e-9)

    def nearness(self, words: frozenset[str], theirs: _Text) -> float:
        """The share of all the words of a sentence and the one most like it that both have."""
        return max((self.common(words, other) for other in theirs.words), default=0.0)

    def common(self, words: frozenset[str], others: frozenset[str]) -> float:
        return self.of(words & others) / max(self.of(words | others), 1e-9)

    def likeness(self, mine: _Text, theirs: _Text) -> float:
        """The cosine of the words of two texts."""
        shared = self.of(mine.all & theirs.all)
        return shared / sqrt(self.of(mine.all) * self.of(theirs.all)) if shared else 0.0


class _Text:
    """A text with the words of its sentences, where and when it plays."""

    def __init__(self, text: str) -> None:
        self.page = Reading(text)
        self.claims = taken(self.page)
        terms = [term.concept for term in concepts.terms(self.page)]
        idle = concepts.idle()
        self.sentences = list(self.page.sentences)
        self.words: list[frozenset[str]] = []
        for start, end in self.sentences:
            places = range(self.page.at(start), self.page.at(end))
            self.words.append(frozenset(terms[at] for at in places if self._tells(at, terms[at], idle)))
        self.all = frozenset().union(*self.words)
        named = [claim for claim in self.claims if claim.kind in (ClaimKind.PLACE, ClaimKind.OFFICE)]
        inside = (at for claim in named for at in range(self.page.at(claim.start), self.page.at(claim.end)))
        self.names = frozenset(terms[at] for at in inside)

    def _tells(self, at: int, term: str, idle: frozenset[str]) -> bool:
        word = self.page.words[at]
        return bool(term) and term not in idle and word.word not in idle and not word.raw[:1].isdecimal()

    def claims_in(self, place: int) -> list[Claim]:
        start, end = self.sentences[place]
        return [claim for claim in self.claims if start <= claim.start < end]

    def regions(self, place: int | None = None) -> frozenset[str]:
        """The official codes of the places of a sentence, or of the whole text."""
        claims = self.claims if place is None else self.claims_in(place)
        return frozenset(claim.parts[0] for claim in claims if claim.kind is ClaimKind.PLACE and claim.parts)

    def dates(self) -> list[date]:
        return [day for claim in self.claims if claim.kind is ClaimKind.DATE and (day := _day(claim))]


@lru_cache(maxsize=512)
def _read(text: str) -> _Text:
    return _Text(text)


def _day(claim: Claim) -> date | None:
    try:
        return date.fromisoformat(str(claim.value))
    except ValueError:
        return None


def _whole(past: Past) -> _Text:
    return _read("\n".join((past.text, *past.facts)))


def _share(words: frozenset[str], theirs: frozenset[str]) -> float:
    if len(words) < _FEW:
        return 0.0
    share = len(words & theirs) / len(words)
    return share if share >= (1.0 if len(words) == _FEW else _SHARE) else 0.0


class _Held:
    """A text held against one narrative."""

    def __init__(self, mine: _Text, past: Past, weights: _Weights, nearest: Sequence[float]) -> None:
        self.mine, self.past, self.weights = mine, past, weights
        self.theirs = _whole(past)
        self.nearest = nearest
        self.is_same_matter = weights.held(mine, self.theirs) >= _MATTER

    def contradictions(self) -> Iterator[Contradiction]:
        if _are_two_events(self.mine, self.theirs):
            return
        for place, (start, end) in enumerate(self.mine.sentences):
            if not self._is_asked(place):
                continue
            sentence = self.mine.page.text[start:end]
            for one in _plainest(self._found(place, sentence)):
                moved = replace(one, start=start + one.start, end=start + one.end)
                yield Contradiction(self.past, moved, sentence)

    def _is_asked(self, place: int) -> bool:
        """Whether the narrative has the words of a sentence, and no other one has a sentence much more like it."""
        words = self.mine.words[place]
        near = self.weights.nearness(words, self.theirs)
        return _share(words, self.theirs.all) > 0 and near >= _NEAR * self.nearest[place]

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
        source = _read(found.source)
        here, there = self.mine.words[place] - self.mine.names, source.all - source.names
        shared, short = len(here & there), min(len(here), len(there))
        if not short or shared < min(_FEW, short) or shared < _SAME * short:
            return False
        if not self.is_same_matter and (shared <= _FEW or self.weights.common(here, there) < _SAME):
            return False
        return not _are_two_places(self.mine, place, self.theirs, source)


def _plainest(found: Sequence[DriftFinding]) -> Iterator[DriftFinding]:
    """Where two sentences differ in a figure, that one is denied in the other is no second thing."""
    counted = {one.source for one in found if one.kind not in _STANCES}
    for one in found:
        if one.kind not in _STANCES or one.source not in counted:
            yield one


def _findings(sentence: str, past: Past) -> Iterator[DriftFinding]:
    for one in check(sentence, past.text, facts=past.facts).findings:
        if one.kind in _KINDS and one.severity is not Severity.INFO and one.source:
            yield one


def _are_two_places(mine: _Text, place: int, theirs: _Text, source: _Text) -> bool:
    here = mine.regions(place) or mine.regions()
    there = source.regions() or theirs.regions()
    return bool(here and there) and not any(
        one.startswith(other) or other.startswith(one) for one in here for other in there
    )


def _are_two_events(mine: _Text, theirs: _Text) -> bool:
    here, there = mine.dates(), theirs.dates()
    return bool(here and there) and min(abs((a - b).days) for a in here for b in there) > _APART


def _counted_otherwise(mine: _Text, place: int, past: Past, theirs: _Text) -> Iterator[DriftFinding]:
    """What happened to people, counted otherwise: "tiga tewas" where the narrative says that nobody died."""
    start, end = mine.sentences[place]
    sentence = mine.page.text[start:end]
    for told in board.read("", sentence):
        same = [(one, source) for one, source in _said(past) if _is_of_same(told, one)]
        source = next(iter(same), None)
        if (
            source is None
            or any(one.value == told.value for one, _source in same)
            or _are_two_places(mine, place, theirs, _read(source[1]))
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


def _said(past: Past) -> list[tuple[Told, str]]:
    """What a narrative and its facts count, with the sentence that does."""
    whole = _whole(past)
    sentences = [whole.page.text[start:end] for start, end in whole.sentences]
    return [(told, sentence) for sentence in sentences for told in board.read("", sentence)]


def _once(found: Sequence[Contradiction]) -> Iterator[Contradiction]:
    """Of the versions of one issue only the first, which is in force or the newest, says a thing."""
    seen: set[tuple[IssueId, int, int, str]] = set()
    for one in found:
        key = (one.past.issue, one.finding.start, one.finding.end, one.finding.expected)
        if key not in seen:
            seen.add(key)
            yield one


def _similar(mine: _Text, pasts: Sequence[Past], weights: _Weights) -> list[Similar]:
    latest: dict[IssueId, Past] = {}
    for past in sorted(pasts, key=lambda past: past.version):
        latest[past.issue] = past
    texts = [(past, _read(f"{past.title}\n{past.text}")) for past in latest.values()]
    found = [Similar(past, round(weights.likeness(mine, theirs), 3)) for past, theirs in texts]
    ranked = sorted(found, key=lambda one: -one.likeness)
    return [one for one in ranked[:_ISSUES] if one.likeness >= _LIKE]
