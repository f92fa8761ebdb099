"""Reports as weighted terms: TF-IDF of stems, the title counted three times, learned as the stream goes by."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from math import exp, log, sqrt
from operator import mul

from pantau.language import stopwords, tokens
from pantau.language.detect import detect
from pantau.language.document import Document
from pantau.stories.report import OPENING

TITLE_WEIGHT = 3
TERMS = 32  # terms kept of a report, the weightiest
POSTED = 16  # of these, terms by which it is found again
PRIOR = 2_000  # reports that a term unseen so far is taken to have been absent from
_HALVING = 400_000  # reports after which all counts are halved, so that old news fades
_LASTING = 3  # reports with a term from which on it is kept though no active story has it
_LATELY = 172_800.0  # seconds after which what was said counts a third
_LONG = 100.0  # times that, after which counts are scaled down, long before they overflow
_LOGGED = 4_096  # counts whose logarithms are at hand
_LOGS = [log(count + 0.5) for count in range(_LOGGED)]
_ROOTS = [sqrt(count) for count in range((1 + TITLE_WEIGHT) * OPENING + 1)]


@dataclass(slots=True)
class Vector:
    """Terms by falling weight, whose `weights` have length 1 together.

    A term's number is one object wherever it stands, so that it is found without being compared.
    """

    terms: tuple[int, ...]
    weights: array[float]
    _rarities: list[float]

    def rarest(self) -> list[tuple[float, int]]:
        """(rarity, term), the rarest first: 1 never seen, 0 in every report."""
        return sorted(zip(self._rarities, self.terms, strict=True), reverse=True)


class Vocabulary:
    """Numbers terms and counts in how many reports each has stood."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._counts = array("I")
        self._free: list[int] = []
        self._reports = 0
        self._said = array("d")
        self._begin: float | None = None

    def __len__(self) -> int:
        return len(self._numbers)

    def read(self, document: Document, at: float) -> Vector:
        """Count a report in and weigh its terms."""
        vector = self._weigh(document)
        self._say(vector, at)
        return vector

    def _weigh(self, document: Document) -> Vector:
        frequencies = _frequencies(document)
        self._reports += 1
        if self._reports >= _HALVING:
            self._halve()
        total = log(self._reports + PRIOR)
        counts, numbers = self._counts, self._numbers
        weighed = []
        for term, frequency in frequencies.items():
            number = numbers.get(term)
            if number is None:
                number = self._number(term)
            counted = counts[number] + 1
            counts[number] = counted
            rare = total - (_LOGS[counted] if counted < _LOGGED else log(counted + 0.5))
            # Ties go to the term that was met first, so that nothing depends on the order of a set.
            weighed.append((rare * _ROOTS[frequency], number, rare))
        weighed.sort(reverse=True)
        return _vector(weighed[:TERMS], 1 / total)

    def said(self, terms: Iterable[int], at: float) -> dict[int, float]:
        """Weight of each term over all reports by `at`; what was said two days before counts a third."""
        begin = at if self._begin is None else self._begin
        fading = exp((begin - at) / _LATELY)
        said = self._said
        return {term: said[term] * fading for term in terms}

    def rarest(self, terms: Iterable[int]) -> Iterator[tuple[float, int]]:
        """(rarity, term) as things are now, the rarest first: 1 for one never seen, about 0 for one in every report."""
        total = log(self._reports + PRIOR)
        counts = self._counts
        for term in sorted(terms, key=counts.__getitem__):
            yield 1 - log(counts[term] + 0.5) / total, term

    def prune(self, used: Container[int]) -> None:
        """Forget rare terms that are not in use; their numbers are given to new terms."""
        gone = [
            (term, number)
            for term, number in self._numbers.items()
            if self._counts[number] < _LASTING and number not in used
        ]
        for term, number in gone:
            del self._numbers[term]
            self._counts[number] = 0
            self._said[number] = 0.0
            self._free.append(number)

    def _number(self, term: str) -> int:
        if self._free:
            number = self._free.pop()
        else:
            number = len(self._counts)
            self._counts.append(0)
            self._said.append(0.0)
        self._numbers[term] = number
        return number

    def _say(self, vector: Vector, at: float) -> None:
        """Count what was said at a moment. New reports weigh ever more, so that nothing needs to fade."""
        if self._begin is None:
            self._begin = at
        if at - self._begin > _LONG * _LATELY:
            fading = exp((self._begin - at) / _LATELY)
            self._said = array("d", [weight * fading for weight in self._said])
            self._begin = at
        unit = exp((at - self._begin) / _LATELY)
        said = self._said
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            said[term] += weight * unit

    def _halve(self) -> None:
        self._counts = array("I", [count >> 1 for count in self._counts])
        self._reports >>= 1


def _frequencies(document: Document) -> dict[str, int]:
    title, text = document.title_stems, document.text_stems
    language = "id"
    if detect(document) == "en":
        language = "en"
        title, text = tokens.english_stems(document.title), tokens.english_stems(document.text)
    ignored = stopwords.stems(language)
    found: dict[str, int] = {}
    known = found.get
    for words, times in ((text, 1), (title, TITLE_WEIGHT)):
        for term in words[:OPENING]:
            if term not in ignored:
                found[term] = known(term, 0) + times
    return found


def _vector(kept: list[tuple[float, int, float]], share: float) -> Vector:
    if not kept:
        return Vector((), array("f"), [])
    weights, terms, rarities = zip(*kept, strict=True)
    length = sqrt(sum(map(mul, weights, weights))) or 1.0
    return Vector(
        terms, array("f", [weight / length for weight in weights]), [rare * share for rare in rarities]
    )
