"""Past narratives prepared for looking up: the words of their sentences, and where each word stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from math import log, sqrt

from pantau.domain.claims import Claim, ClaimKind
from pantau.domain.ids import IssueId
from pantau.language.claims import Reading, taken
from pantau.narrative.drift import concepts


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


class Text:
    """A text with the words of its sentences; its claims, places and days are read when they are asked for."""

    def __init__(self, text: str) -> None:
        self.page = Reading(text)
        terms = [term.concept for term in concepts.terms(self.page)]
        idle = concepts.idle()
        self.sentences = list(self.page.sentences)
        self.words: list[frozenset[str]] = []
        for start, end in self.sentences:
            places = range(self.page.at(start), self.page.at(end))
            self.words.append(frozenset(terms[at] for at in places if self._tells(at, terms[at], idle)))
        self.all = frozenset().union(*self.words)
        self._terms = terms

    def _tells(self, at: int, term: str, idle: frozenset[str]) -> bool:
        word = self.page.words[at]
        return bool(term) and term not in idle and word.word not in idle and not word.raw[:1].isdecimal()

    @cached_property
    def claims(self) -> list[Claim]:
        return taken(self.page)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of places and offices."""
        named = [claim for claim in self.claims if claim.kind in (ClaimKind.PLACE, ClaimKind.OFFICE)]
        inside = (at for claim in named for at in range(self.page.at(claim.start), self.page.at(claim.end)))
        return frozenset(self._terms[at] for at in inside)

    def until(self, end: int) -> frozenset[str]:
        """The words of the sentences that begin before a character."""
        told = (words for (start, _), words in zip(self.sentences, self.words, strict=True) if start < end)
        return frozenset().union(*told)

    def regions(self, place: int | None = None) -> frozenset[str]:
        """The official codes of the places of a sentence, or of the whole text."""
        start, end = (0, len(self.page.text)) if place is None else self.sentences[place]
        inside = (claim for claim in self.claims if start <= claim.start < end)
        return frozenset(claim.parts[0] for claim in inside if claim.kind is ClaimKind.PLACE and claim.parts)

    @cached_property
    def dates(self) -> list[date]:
        return [day for claim in self.claims if claim.kind is ClaimKind.DATE and (day := _day(claim))]


@lru_cache(maxsize=512)
def read(text: str) -> Text:
    return Text(text)


def _day(claim: Claim) -> date | None:
    try:
        return date.fromisoformat(str(claim.value))
    except ValueError:
        return None


class House:
    """Every past narrative with the words by which its sentences are found.

    A word weighs the more, the fewer issues speak of it; one that none speaks of weighs something too.
    """

    def __init__(self, pasts: Sequence[Past]) -> None:
        self.pasts = pasts
        self.texts = [read("\n".join((past.text, *past.facts))) for past in pasts]
        self._weigh()
        self._at: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._in: dict[str, list[int]] = defaultdict(list)
        self._heavy: list[list[float]] = []
        for number, text in enumerate(self.texts):
            self._heavy.append([self.weight(words) for words in text.words])
            for place, words in enumerate(text.words):
                for word in words:
                    self._at[word].append((number, place))
            for word in text.all:
                self._in[word].append(number)

    def _weigh(self) -> None:
        issues: dict[IssueId, set[str]] = {}
        for past, text in zip(self.pasts, self.texts, strict=True):
            issues.setdefault(past.issue, set()).update(text.all)
        spread = Counter(word for words in issues.values() for word in words)
        self._weight = {word: log((2 + len(issues)) / (1 + count)) ** 2 for word, count in spread.items()}
        self._unknown = log(2 + len(issues)) ** 2

    def weight(self, words: Iterable[str]) -> float:
        return sum(self._weight.get(word, self._unknown) for word in words)

    def shared(self, words: Iterable[str]) -> Counter[int]:
        """How many of some words each narrative has that has any, by its number."""
        return Counter(number for word in words for number in self._in.get(word, ()))

    def nearness(self, words: frozenset[str]) -> dict[int, float]:
        """By narrative the share of all the words of a sentence and the one most like it that both have."""
        common: dict[tuple[int, int], float] = defaultdict(float)
        for word in words:
            heavy = self._weight.get(word, self._unknown)
            for at in self._at.get(word, ()):
                common[at] += heavy
        mine, found = self.weight(words), dict[int, float]()
        for (number, place), shared in common.items():
            near = shared / max(mine + self._heavy[number][place] - shared, 1e-9)
            found[number] = max(found.get(number, 0.0), near)
        return found

    def held(self, mine: Text, number: int) -> float:
        """The share of a text that a narrative speaks of too."""
        return self.weight(mine.all & self.texts[number].all) / max(self.weight(mine.all), 1e-9)

    def common(self, words: frozenset[str], others: frozenset[str]) -> float:
        return self.weight(words & others) / max(self.weight(words | others), 1e-9)

    def likeness(self, mine: frozenset[str], theirs: frozenset[str]) -> float:
        """The cosine of two sets of words."""
        shared = self.weight(mine & theirs)
        return shared / sqrt(self.weight(mine) * self.weight(theirs)) if shared else 0.0


@lru_cache(maxsize=2)  # the same while nothing new is approved
def house(pasts: tuple[Past, ...]) -> House:
    return House(pasts)
