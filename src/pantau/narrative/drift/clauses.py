"""A text in clauses: its claims, what each word says, and which words stand together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from pantau.domain.claims import Claim, ClaimKind
from pantau.language import tokens
from pantau.language.claims import Reading, Word, lexicons, taken
from pantau.narrative.drift import concepts
from pantau.narrative.drift.concepts import Term

CLAUSE = lexicons.words("clause")  # words that begin another clause
VERBAL = ("me", "di", "ber", "ter")
_ANYWAY = lexicons.words("content_anyway")  # their stems say nothing, they do
_SHORTEST_VERB = 6
_SAID = frozenset(tokens.stems(" ".join(sorted(lexicons.words("saying"))))) | {
    "pasti",
    "sampai",
    "tahu",
    "aku",
    "arti",
    "terima",
}
_VERBS_ALONE = frozenset(("ikut", "turut", "kembali", "tinggal"))
_PREPOSITIONS = frozenset(
    ("dalam", "ke", "di", "dari", "pada", "sebelum", "setelah", "dengan", "sejak", "mulai", "lagi")
)
_NAMED = (ClaimKind.OFFICE, ClaimKind.NAME, ClaimKind.PLACE, ClaimKind.TITLE)
_JOINING = frozenset(("dan", "serta", "lalu", "kemudian", "tetapi", "namun", "tapi"))
_AND = frozenset(("dan", "serta", "atau"))
_LONGEST = (
    200  # words of a clause; a longer row of words is cut, or all that is asked of a clause cost its square
)
_MOST = 50  # quantities of a sentence that others of it are held to; so with longer rows of them
_AFTER_AND = 4  # words behind "dan" among which a second verb stands
_MARKED = frozenset(
    ("ada", "tidak", "akan", "telah", "sudah", "sedang", "masih", "belum", "bukan", "tetap", "bisa", "dapat")
)


def is_verbal(word: str) -> bool:
    """Whether a word is likely a verb, or a word of stage that goes with one."""
    return word in _MARKED or (len(word) > 5 and word.startswith(VERBAL))


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a clause, from `first` to before `last`."""

    first: int
    last: int


class Clauses:
    """A text, read. Word numbers are those of its page."""

    def __init__(self, text: str) -> None:
        self.page = Reading(text)
        self.claims: list[Claim] = taken(self.page)
        self.terms: list[Term] = concepts.terms(self.page)
        self._around: dict[int, frozenset[str]] = {}
        self._near: dict[int, frozenset[str]] = {}
        self.memory: dict[Any, Any] = {}  # what others work out about this text once
        self.said: dict[int, tuple[str, ...]] = {}  # what each word says of a value beside it

    @cached_property
    def by_kind(self) -> dict[ClaimKind, list[Claim]]:
        found: dict[ClaimKind, list[Claim]] = {kind: [] for kind in ClaimKind}
        for claim in self.claims:
            found[claim.kind].append(claim)
        return found

    def beside(self, kind: ClaimKind, start: int, reach: int) -> list[Claim]:
        """The claims of a kind around a place of the text, so many on either side at most, in order."""
        at = bisect_left(self._starts[kind], start)
        return self.by_kind[kind][max(0, at - reach) : at + reach]

    def within(self, kind: ClaimKind, start: int, end: int) -> list[Claim]:
        """The claims of a kind that begin in a part of the text, in order."""
        starts = self._starts[kind]
        return self.by_kind[kind][bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _starts(self) -> dict[ClaimKind, list[int]]:
        return {kind: [claim.start for claim in claims] for kind, claims in self.by_kind.items()}

    @cached_property
    def quantities(self) -> dict[int, list[Claim]]:
        """Figures, money, percentages and durations by the number of their sentence, so many of one at most."""
        found: dict[int, list[Claim]] = {}
        for kind in (ClaimKind.FIGURE, ClaimKind.MONEY, ClaimKind.PERCENTAGE, ClaimKind.DURATION):
            for claim in self.by_kind[kind]:
                found.setdefault(self.page.sentence(claim.start), []).append(claim)
        for claims in found.values():
            del claims[_MOST:]
        return found

    @cached_property
    def is_content(self) -> list[bool]:
        """For each word whether it says something of its own."""
        idle, page = concepts.idle(), self.page
        return [
            bool(term.concept)
            and (
                (term.concept not in idle and (word.word not in idle or self._is_phrase(at)))
                or word.word in _ANYWAY
                or self._is_verb_of_its_own(word, term)
                or (word.word in _VERBS_ALONE and self._is_alone(at))
            )
            and not page.taken[word.start]
            and not word.raw[:1].isdecimal()
            and page.text[word.start - 1 : word.start] not in ("#", "@")
            for at, (word, term) in enumerate(zip(page.words, self.terms, strict=True))
        ]

    @staticmethod
    def _is_verb_of_its_own(word: Word, term: Term) -> bool:
        """Whether a verb is made of a stem that says nothing: "menetapkan" of "tetap"; verbs of saying stay idle."""
        return (
            word.word.startswith(VERBAL)
            and len(word.word) > _SHORTEST_VERB
            and word.word not in concepts.idle()
            and term.concept not in _SAID
            and word.word.endswith(("kan", "i"))
        )

    def _is_alone(self, at: int) -> bool:
        """Whether no verb stands behind a word that often only goes with one: "ikut dalam tim"."""
        return self.page.breaks[at] or self.page.words[at + 1].word in _PREPOSITIONS

    def _is_phrase(self, at: int) -> bool:
        """Whether a word begins a phrase that the synonyms know: "orang asing"."""
        return at + 1 < len(self.terms) and not self.terms[at + 1].concept

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of each word's sentence."""
        starts = [start for start, _end in self.page.sentences]
        found, number = [], 0
        for word in self.page.words:
            while number + 1 < len(starts) and starts[number + 1] <= word.start:
                number += 1
            found.append(number)
        return found

    @cached_property
    def sentence_words(self) -> list[frozenset[str]]:
        """The words of each sentence."""
        found: list[set[str]] = [set() for _ in range(max(1, len(self.page.sentences)))]
        for word, number in zip(self.page.words, self.sentence_of, strict=True):
            found[number].add(word.word)
        return [frozenset(words) for words in found]

    @cached_property
    def plain(self) -> list[str]:
        """Each sentence in plain spelling, in small letters and without its marks."""
        found: list[list[str]] = [[] for _ in range(max(1, len(self.page.sentences)))]
        for word, number in zip(self.page.words, self.sentence_of, strict=True):
            found[number].append(word.word)
        return [" ".join(words) for words in found]

    def plain_sentence(self, offset: int) -> str:
        """The sentence that holds a character, in plain spelling."""
        return self.plain[self.page.sentence(offset)]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text."""
        return frozenset(word.word for word in self.page.words)

    @cached_property
    def clause_of(self) -> list[int]:
        """A running number of each word's clause: marks and conjunctions end one."""
        found: list[int] = []
        number = first = 0
        verb = -1  # the last word that may be one
        beside, breaks, gaps = self._beside_names, self.page.breaks, self.page.gaps
        for at, word in enumerate(self.page.words):
            # a comma in a clause without a verb only parts things that one verb speaks of
            is_item = at > 0 and gaps[at - 1] == ", " and verb < first
            parted = at > 0 and breaks[at - 1] and at not in beside and not is_item
            joined = word.word in CLAUSE and (
                word.word not in _AND or (verb >= first and self._joins_clauses(at))
            )
            if at and (parted or joined or at - first >= _LONGEST):
                number, first = number + 1, at
            found.append(number)
            if is_verbal(word.word):
                verb = at
        return found

    def _joins_clauses(self, at: int) -> bool:
        """Whether "dan" behind a verb joins two clauses, each with one, and not two things of one clause."""
        if at in self.named:
            return False
        for one in range(at + 1, min(at + 1 + _AFTER_AND, len(self.page.words))):
            if is_verbal(self.page.words[one].word):
                return True
            if self.page.breaks[one] or self.page.words[one].word in CLAUSE:
                break
        return False

    @cached_property
    def _beside_names(self) -> frozenset[int]:
        """Words behind a comma that only sets a name apart: "penggugat, Siti Rahma, ditolak"."""
        found: set[int] = set()
        page = self.page
        for claim in self.by_kind[ClaimKind.NAME]:
            first, last = page.at(claim.start), page.at(claim.end)
            for one in (first, last):
                if (
                    0 < one < len(page.words)
                    and page.text[page.words[one - 1].end : page.words[one].start] == ", "
                ):
                    found.add(one)
        return frozenset(found)

    @cached_property
    def named(self) -> frozenset[int]:
        """Words that are part of the name of a person, an office or a place."""
        found: set[int] = set()
        for kind in _NAMED:
            for claim in self.by_kind[kind]:
                found.update(range(self.page.at(claim.start), self.page.at(claim.end)))
        return frozenset(found)

    @cached_property
    def clauses(self) -> dict[int, Span]:
        spans: dict[int, Span] = {}
        first = 0
        for number, words in groupby(self.clause_of):
            last = first + sum(1 for _word in words)
            spans[number] = Span(first, last)
            first = last
        return spans

    @cached_property
    def in_sentence(self) -> dict[int, frozenset[str]]:
        """The concepts of each sentence."""
        found: dict[int, set[str]] = {}
        for at, number in enumerate(self.sentence_of):
            if self.is_content[at]:
                found.setdefault(number, set()).add(self.terms[at].concept)
        return {number: frozenset(said) for number, said in found.items()}

    def around(self, at: int) -> frozenset[str]:
        """The concepts of a word's sentence, its own left out."""
        found = self._around.get(at)
        if found is None:
            found = self.in_sentence.get(self.sentence_of[at], frozenset()) - {self.terms[at].concept}
            self._around[at] = found
        return found

    def near(self, at: int) -> frozenset[str]:
        """The concepts of a word's clause, its own left out."""
        found = self._near.get(at)
        if found is None:
            found = self._near[at] = self._in_clause[self.clause_of[at]] - {self.terms[at].concept}
        return found

    def wide(self, at: int) -> frozenset[str]:
        """The concepts of a word's clause with those of the subject that it shares with the clause before."""
        number = self.clause_of[at]
        if number not in self.sharing:
            return self.near(at)
        first = self.clauses[number - 1].first
        said = {self.terms[one].concept for one in range(first, self.sharing[number]) if self.is_content[one]}
        return self.near(at) | said

    @cached_property
    def sharing(self) -> dict[int, int]:
        """The verb of the clause before, for clauses that begin with "dan" and a verb and share its subject."""
        return {
            number: verb
            for number, span in self.clauses.items()
            if number and (verb := self._shared(number, span)) is not None
        }

    def _shared(self, number: int, span: Span) -> int | None:
        words, before = self.page.words, self.clauses[number - 1]
        if (
            words[span.first].word not in _JOINING
            or self.sentence_of[before.first] != self.sentence_of[span.first]
        ):
            return None
        for one in range(span.first + 1, min(span.first + 4, span.last)):
            if is_verbal(words[one].word):
                return next(
                    (at for at in range(before.first, before.last) if is_verbal(words[at].word)), None
                )
            if self.is_content[one]:
                return None
        return None

    @cached_property
    def _in_clause(self) -> dict[int, frozenset[str]]:
        return {
            number: frozenset(
                self.terms[one].concept for one in range(span.first, span.last) if self.is_content[one]
            )
            for number, span in self.clauses.items()
        }

    @cached_property
    def places_of(self) -> dict[str, list[int]]:
        """Where each concept stands."""
        found: dict[str, list[int]] = {}
        for at, term in enumerate(self.terms):
            if self.is_content[at]:
                found.setdefault(term.concept, []).append(at)
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every concept and every word of the text, common ones too."""
        return frozenset(term.concept for term in self.terms) | frozenset(
            word.word for word in self.page.words
        )

    def source(self, at: int) -> str:
        """The sentence of a word."""
        return self.page.sentence_text(self.page.words[at].start)
