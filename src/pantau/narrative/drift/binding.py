"""What a claim is about, by the words beside it; whether a value of the narrative stands for another thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.sides import NEGATORS, Side

_REACH = 9
_CLEAR, _WEAK, _LITTLE = 0.5, 0.4, 0.3
_DAYS = 4  # words of a day that stand between
_NEAR = 6  # claims between two that may have changed places
_HARDLY = 0.12
_CROSSED = 0.9  # telling words of two values that changed places
_APART = 1.5  # the same where they stand in two sentences
_ALONE = 1.0  # the same where only one of the two is told by its words
_SURE = 4.0  # three telling words and none for its own
_FEWEST = 3  # words that must be found beside another value
_WEAK_MARKS = frozenset(("@since", "@until"))
_TO = re.compile(r"\s*(?:-|–|—|s\s?[./]?\s?d\.?|sampai|sampe|hingga)\s*(?:rp\.?\s*|pukul\s*)?")
_SPLITS = lexicons.words("binding_splits")
_AND = re.compile(r"[&+]\s*(?=\w)")
_MARKS: dict[str, str] = lexicons.told("binding_marks")
_RANGES = frozenset(("sampai", "hingga", "s", "sd"))
_CLASSIFIERS = frozenset(lexicons.told("units")["classifiers"]) - {"orang", "jiwa"}
_OPENERS = frozenset(("bahwa", "agar", "karena", "sehingga", "padahal", "tetapi", "namun", "sedangkan"))
_WEEKDAYS = lexicons.words("weekdays")
_RANKS = lexicons.words("ranks")  # "Kelas IIA" tells no figure from another
_KEPT = frozenset(("kembali", "lalu", "ini", "depan", "kemarin"))


class Edges:
    """Where some claims begin and end, by word numbers."""

    def __init__(self, side: Side, claims: Iterable[Claim]) -> None:
        claims = list(claims)
        self.starts = sorted({side.page.at(claim.start) for claim in claims})
        self.ends = sorted({side.page.at(claim.end) for claim in claims})

    def before(self, side: Side, first: int) -> int:
        """The end of the last claim before a word that is no other end of the same span."""
        at = bisect_right(self.ends, first) - 1
        while at >= 0 and _is_range(side, self.ends[at], first):
            at -= 1
        return self.ends[at] if at >= 0 else 0

    def after(self, side: Side, last: int) -> int:
        at = bisect_left(self.starts, last)
        while at < len(self.starts) and (
            _is_range(side, last, self.starts[at]) or _is_part(side, last, self.starts[at])
        ):
            at += 1
        return self.starts[at] if at < len(self.starts) else len(side.page.words)


def edges_of(side: Side, kind: ClaimKind) -> Edges:
    """Where the claims of a kind begin and end; a side remembers them."""
    key = ("edges of", kind)
    if key not in side.memory:
        side.memory[key] = Edges(side, side.by_kind[kind])
    found: Edges = side.memory[key]
    return found


def context(side: Side, claim: Claim, edges: Edges) -> frozenset[str]:
    """The concepts beside a claim, up to the next claim of `edges`, a mark or a conjunction that leads to one."""
    page = side.page
    first, last = page.at(claim.start), page.at(claim.end)
    sentence = page.sentence(claim.start)
    before, after = edges.before(side, first), edges.after(side, last)
    found = _backwards(side, first, before, sentence) | _forwards(side, last, after, sentence)
    if claim.kind is ClaimKind.FIGURE and claim.unit and claim.unit not in _CLASSIFIERS:
        found.add("#orang" if claim.unit == "jiwa" else f"#{claim.unit}")
    return frozenset(found)


def _is_range(side: Side, end: int, start: int) -> bool:
    """Whether two claims are the ends of one span, which is about one thing: "500 ribu sampai 2 juta"."""
    words = side.page.words
    if not 0 < end <= start < len(words) or start - end > 3:
        return False
    gap = side.page.low[words[end - 1].end : words[start].start]
    if gap.strip() in ("dan", "dan rp", "dan pukul"):  # "antara Rp200 ribu dan Rp1,5 juta"
        return any(word.word == "antara" for word in words[max(0, end - 4) : end])
    return bool(_TO.fullmatch(gap))


def _is_part(side: Side, end: int, start: int) -> bool:
    """Whether a figure is part of the next one, "42 dari 96 anak": what follows is said of it too."""
    words = side.page.words
    if not 0 < end <= start < len(words) or start - end > 3:
        return False
    return side.page.low[words[end - 1].end : words[start].start].split()[:1] == ["dari"]


def _backwards(side: Side, first: int, limit: int, sentence: int) -> set[str]:
    found: set[str] = set()
    at = first - 1
    if at >= 0 and side.page.words[at].word in _MARKS and not side.page.breaks[at]:
        found.add(_MARKS[side.page.words[at].word])
    splits = limit > 0 and side.page.words[limit - 1].start >= 0 and side.sentence_of[limit - 1] == sentence
    while at >= limit and first - at <= _REACH + _DAYS and side.sentence_of[at] == sentence:
        if side.page.breaks[at] and not _opens(side, at):
            end = side.page.words[at].end
            if (
                found
                or not side.page.taken[side.page.words[at].start]
                or side.page.text[end : end + 1] == ";"
            ):
                break
            at = _passed(side, at, limit)  # "..., Jumat, 9 Oktober 2026, pukul 22.15": the day parts nothing
            continue
        word = side.page.words[at].word
        if (
            splits and ((word in _SPLITS and (at < first - 1 or word != "dengan")) or _is_and(side, at))
        ) or word in _OPENERS:
            break
        _add(side, at, found)
        at -= 1
    return found


def _passed(side: Side, at: int, limit: int) -> int:
    """The word before the day or the like that ends with a word."""
    while at >= limit and side.page.taken[side.page.words[at].start]:
        at -= 1
    return at


def _forwards(side: Side, last: int, limit: int, sentence: int) -> set[str]:
    found: set[str] = set()
    at = last
    if at >= len(side.page.words) or (at and side.page.breaks[at - 1]):
        return found
    splits = limit < len(side.page.words) and side.sentence_of[limit] == sentence
    while at < limit and at - last < _REACH and side.sentence_of[at] == sentence:
        word = side.page.words[at].word
        if (splits and (word in _SPLITS or word in _RANGES)) or (at > last and word in NEGATORS):
            break
        _add(side, at, found)
        if (side.page.breaks[at] and (found or splits or _closes(side, at))) or (
            splits and _is_and(side, at)
        ):
            break
        at += 1
    return found


def _is_and(side: Side, at: int) -> bool:
    """Whether "&" or "+" stands behind a word."""
    if "ands" not in side.memory:
        side.memory["ands"] = {side.page.at(match.end()) - 1 for match in _AND.finditer(side.page.text)}
    return at in side.memory["ands"]


def _opens(side: Side, at: int) -> bool:
    """Whether a bracket or a colon behind a word leads to what is told of it: "RH (41)"."""
    end = side.page.words[at].end
    return side.page.text[end : end + 2].strip()[:1] in ("(", ":")


def _closes(side: Side, at: int) -> bool:
    """Whether a bracket closes behind a word: "(7 orang)" is about what stands before it."""
    end = side.page.words[at].end
    return side.page.text[end : end + 1] in (")", ";")


def _add(side: Side, at: int, found: set[str]) -> None:
    said = side.said.get(at)
    if said is None:
        said = side.said[at] = tuple(_said(side, at))
    found.update(said)


def _said(side: Side, at: int) -> Iterator[str]:
    """What a word says of the value that it stands beside."""
    word = side.page.words[at].word
    if word in _RANKS:
        return
    if (at in side.named and side.page.words[at].is_capital) or _is_year(side, at):
        yield f"^{word}"
    if side.is_content[at]:
        yield ("" if side.polarity(at) > 0 else "-") + side.terms[at].concept
    elif word in _KEPT or word in _WEEKDAYS:
        yield word
    if _MARKS.get(word) in ("@most", "@least"):
        yield _MARKS[word]


def _is_year(side: Side, at: int) -> bool:
    raw = side.page.words[at].raw
    return (
        raw.isdecimal()
        and len(raw) == 4
        and raw[:2] in ("19", "20")
        and bool(side.page.taken[side.page.words[at].start])
    )


class Binder:
    """The claims of one dimension in the narrative with what each is about."""

    def __init__(self, side: Side, claims: Sequence[Claim]) -> None:
        self.side, self.claims = side, tuple(claims)
        edges = Edges(side, self.claims)
        self.contexts = {number: context(side, claim, edges) for number, claim in enumerate(self.claims)}
        spread = Counter(concept for said in self.contexts.values() for concept in said)
        self.weights = {
            concept: _LITTLE if concept in _WEAK_MARKS | _KEPT | _WEEKDAYS else 1 / count
            for concept, count in spread.items()
            if concept[0] != "^"
        }

    def contradicts(self, said: frozenset[str], same: Iterable[int]) -> tuple[int, float] | None:
        """The number of the claim that `said` is really about, and how surely (1 is one telling word).

        None where one of the claims with the same value, `same`, is about it as much.
        """
        if len(said & self.weights.keys()) < _FEWEST:
            return None
        mine = set(same)
        own = max((self.fit(said, number) for number in mine if self.contexts[number]), default=-1.0)
        if own < 0:
            return None
        others = [(self.fit(said, number), -number) for number in self.contexts if number not in mine]
        best, number = max(others, default=(0.0, 0))
        if best < _CLEAR or own >= _WEAK * best:
            return None
        if any(self._shares_subject(one, -number) for one in mine):
            return None  # "gangguan terjadi pukul 07.20 dan pulih pukul 11.50": of both is said what began it
        is_told = any(not concept.startswith("@") for one in mine for concept in self.contexts[one])
        return -number, best + 1 if is_told and own <= _HARDLY * best else 0.0

    def _shares_subject(self, one: int, other: int) -> bool:
        """Whether a claim that hardly anything is said of follows another one in its sentence."""
        first, second = self.claims[other], self.claims[one]
        page = self.side.page
        told = sum(concept[0] not in "@#^" for concept in self.contexts[one])
        return (
            first.start < second.start
            and page.sentence(first.start) == page.sentence(second.start)
            and told < _FEWEST
        )

    def fit(self, said: frozenset[str], number: int) -> float:
        """How much some words are those beside a claim; words beside many claims count little."""
        return sum(self.weights.get(concept, 0.0) for concept in said & self.contexts[number])


def _are_crossed(
    mine: frozenset[str], its: frozenset[str], left: frozenset[str], right: frozenset[str]
) -> bool:
    """Whether each of two values stands beside a name that the narrative has beside the other one only."""
    own, cross = left - right, right - left
    here, there = (frozenset(word for word in said if word[0] == "^") for said in (mine, its))
    return bool(here & cross and there & own) and not here & own and not there & cross


class Pairing:
    """Claims of two texts of one dimension: which values of the variant stand for what another value stands for."""

    def __init__(self, narrative: Binder) -> None:
        self.narrative = narrative
        self._known: dict[tuple[frozenset[str], tuple[int, ...]], tuple[float, int]] = {}

    def swapped(
        self,
        contexts: Sequence[frozenset[str]],
        same: Sequence[Sequence[int]],
        wide: Sequence[frozenset[str]] = (),
        sentences: Sequence[int] = (),
    ) -> dict[int, int]:
        """Numbers of the variant's claims that are misplaced, with the narrative's claim that is meant.

        contexts  what each claim of the variant is about
        same      the narrative's claims with its value
        wide      what its whole sentence is about, where no other such claim stands in it
        sentences the number of each claim's sentence, where it is known

        Two values that changed places are sure; one alone only where nothing speaks for it and much for another.
        """
        found: dict[int, int] = {}
        around = [self._around(numbers) for numbers in same]
        near = (
            (one, other)
            for one in range(len(contexts))
            for other in range(one + 1, min(one + _NEAR, len(contexts)))
            if not (contexts[one].isdisjoint(around[other]) and contexts[other].isdisjoint(around[one]))
        )
        for one, other in near:
            if not set(same[one]).isdisjoint(same[other]) or not same[one] or not same[other]:
                continue
            both = (around[one] & around[other]) | (contexts[one] & contexts[other])  # tells neither apart
            mine, its = contexts[one] - both, contexts[other] - both
            straight = self._best(mine, same[one])[0] + self._best(its, same[other])[0]
            (first, left), (second, right) = self._best(mine, same[other]), self._best(its, same[one])
            if _are_crossed(mine, its, around[one], around[other]):
                found.setdefault(one, left)
                found.setdefault(other, right)
                continue
            is_told = all(any(word[0] not in "#^" for word in contexts[number]) for number in (one, other))
            is_beside = bool(sentences) and sentences[one] == sentences[other]
            alone = _ALONE if is_beside else _APART
            is_mutual = min(first, second) > 0 or (first + second >= alone and not straight)
            if is_told and is_mutual and first + second >= _CROSSED and straight < _WEAK * (first + second):
                found.setdefault(one, left)
                found.setdefault(other, right)
        for number, said in enumerate(contexts):
            for words in (said, wide[number] if wide else frozenset()):
                told = self.narrative.contradicts(words, same[number]) if same[number] else None
                if told is not None and told[1] >= _SURE:
                    found.setdefault(number, told[0])
        return found

    def _around(self, numbers: Sequence[int]) -> frozenset[str]:
        return frozenset().union(*(self.narrative.contexts[number] for number in numbers))

    def _best(self, said: frozenset[str], numbers: Sequence[int]) -> tuple[float, int]:
        key = said, tuple(numbers)
        if key not in self._known:
            self._known[key] = max((self.narrative.fit(said, number), number) for number in numbers)
        return self._known[key]
