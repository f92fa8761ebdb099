"""One of the two texts of a check: its claims, what each word says, and whether it is denied, open or done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import Reading, lexicons, taken
from pantau.narrative.drift import concepts
from pantau.narrative.drift.concepts import Term

_CLAUSE = lexicons.words("clause")  # words that begin another clause
_STANCE = lexicons.told("stance")
NEGATORS = frozenset(_STANCE["negators"])
HEDGES = frozenset(word for word in _STANCE["hedges"] if " " not in word)
CERTAIN = frozenset(_STANCE["certain"])
STATUS = frozenset(_STANCE["status"])
_BOUNDS = frozenset(("lebih", "kurang", "sampai", "hanya", "cuma", "sekadar"))
_MODALS = frozenset(("boleh", "akan", "lagi", "juga", "pernah", "sampai"))
_ONE, _PUN = frozenset(("seorang", "satu", "sebuah")), frozenset(("pun",))
_NOTHING = frozenset(("ada", "nihil"))
_TRANSPARENT = lexicons.words("transparent")  # "belum terbukti bersalah" denies the guilt
_SCOPE_ENDS = lexicons.words("scope_ends")
_ANYWAY = lexicons.words("content_anyway")  # their stems say nothing, they do
_RUMOUR, _FALSE = lexicons.words("rumour"), lexicons.words("false")
_POINTING = frozenset(("itu", "ini", "info", "informasi", "kabar", "hal", "berita", "isu"))
_VERBAL = ("me", "di", "ber", "ter")
FORBIDDING = frozenset(_STANCE["prohibitions"]) - {"hindari", "pantang"} | {"melarang"}
_LEXICAL = lexicons.words("lexical_denials")
_TOLD = lexicons.words("told")  # "kabar soal denda" tells of no fine
_UNASSERTED = lexicons.words("unasserted")
_ASKS, _WHICH = frozenset(("apa", "siapa", "mana")), frozenset(("yang", "saja", "penyebab"))
_VERBS_ALONE = frozenset(("ikut", "turut", "kembali", "tinggal"))
_PREPOSITIONS = frozenset(
    ("dalam", "ke", "di", "dari", "pada", "sebelum", "setelah", "dengan", "sejak", "mulai", "lagi")
)
_CAUSES = frozenset(("karena", "sebab", "lantaran", "akibat"))
_OR = frozenset(("atau", "maupun", "ataupun"))  # what stands behind is denied with what stands before
_SHORT = 8  # words of "Itu tidak benar."
_NAMED = (ClaimKind.OFFICE, ClaimKind.NAME, ClaimKind.PLACE, ClaimKind.TITLE)
_REACH, _FAR = 4, 6
FINISHED = frozenset(("selesai", "rampung", "tuntas", "kelar", "beres", "usai"))
MODES = ("done", "future", "ongoing", "must", "may")
_MODE = {word: mode for mode in reversed(MODES) for word in _STANCE[mode]}


_JOINING = frozenset(("dan", "serta", "lalu", "kemudian", "tetapi", "namun", "tapi"))
_AND = frozenset(("dan", "serta", "atau"))
_AFTER_AND = 4  # words behind "dan" among which a second verb stands
_MARKED = frozenset(
    ("ada", "tidak", "akan", "telah", "sudah", "sedang", "masih", "belum", "bukan", "tetap", "bisa", "dapat")
)


def _is_verbal(word: str) -> bool:
    return word in _MARKED or (len(word) > 5 and word.startswith(_VERBAL))


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a clause, from `first` to before `last`."""

    first: int
    last: int


class Side:
    """A text, read. Word numbers are those of its page."""

    def __init__(self, text: str) -> None:
        self.page = Reading(text)
        self.claims: list[Claim] = taken(self.page)
        self.terms: list[Term] = concepts.terms(self.page)
        self.memory: dict[Any, Any] = {}  # what others work out about this text once
        self.said: dict[int, tuple[str, ...]] = {}  # what each word says of a value beside it
        self.rumoured: set[int] = set()  # words denied only because a whole rumour is

    @cached_property
    def by_kind(self) -> dict[ClaimKind, list[Claim]]:
        found: dict[ClaimKind, list[Claim]] = {kind: [] for kind in ClaimKind}
        for claim in self.claims:
            found[claim.kind].append(claim)
        return found

    @cached_property
    def quantities(self) -> dict[int, list[Claim]]:
        """Figures, money, percentages and durations by the number of their sentence."""
        found: dict[int, list[Claim]] = {}
        for kind in (ClaimKind.FIGURE, ClaimKind.MONEY, ClaimKind.PERCENTAGE, ClaimKind.DURATION):
            for claim in self.by_kind[kind]:
                found.setdefault(self.page.sentence(claim.start), []).append(claim)
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
                or (word.word in _VERBS_ALONE and self._is_alone(at))
            )
            and not page.taken[word.start]
            and not word.raw[:1].isdecimal()
            and page.text[word.start - 1 : word.start] not in ("#", "@")
            for at, (word, term) in enumerate(zip(page.words, self.terms, strict=True))
        ]

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
        beside = self._beside_names
        for at, word in enumerate(self.page.words):
            parted = at > 0 and self.page.breaks[at - 1] and at not in beside and not self._is_item(first, at)
            joined = word.word in _CLAUSE and (word.word not in _AND or self._joins_clauses(first, at))
            if at and (parted or joined):
                number, first = number + 1, at
            found.append(number)
        return found

    def _is_item(self, first: int, at: int) -> bool:
        """Whether a comma before a word only parts things that one verb speaks of."""
        gap = self.page.text[self.page.words[at - 1].end : self.page.words[at].start]
        return gap == ", " and not any(_is_verbal(word.word) for word in self.page.words[first:at])

    def _joins_clauses(self, first: int, at: int) -> bool:
        """Whether "dan" joins two clauses, each with a verb, and not two things of one clause."""
        if at in self.named or not any(_is_verbal(word.word) for word in self.page.words[first:at]):
            return False
        for one in range(at + 1, min(at + 1 + _AFTER_AND, len(self.page.words))):
            if _is_verbal(self.page.words[one].word):
                return True
            if self.page.breaks[one] or self.page.words[one].word in _CLAUSE:
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
        return self.in_sentence.get(self.sentence_of[at], frozenset()) - {self.terms[at].concept}

    def near(self, at: int) -> frozenset[str]:
        """The concepts of a word's clause, its own left out."""
        return self._in_clause[self.clause_of[at]] - {self.terms[at].concept}

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
            if _is_verbal(words[one].word):
                return next(
                    (at for at in range(before.first, before.last) if _is_verbal(words[at].word)), None
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

    @cached_property
    def denied(self) -> dict[int, int]:
        """Words in the scope of a negator, with the number of content words between (0: the very next)."""
        found: dict[int, int] = {}
        for at, word in enumerate(self.page.words):
            if word.word in NEGATORS:
                self._deny(at, found)
        for first, last in self._rumours():
            for at in range(first, last):  # what happens in a rumour is denied, those in it exist
                if self.is_content[at] and at not in found and self.page.words[at].word.startswith(_VERBAL):
                    found[at] = 0
                    self.rumoured.add(at)
        return found

    def _rumours(self) -> Iterator[tuple[int, int]]:
        """Words of what a text only tells to call it false: "Kabar bahwa ... tidak benar"."""
        words = self.page.words
        if not any(self._is_false(at) for at in range(len(words))):
            return
        bounds: dict[int, list[int]] = {}
        for at, number in enumerate(self.sentence_of):
            bounds.setdefault(number, []).append(at)
        for number, inside in bounds.items():
            told = [at for at in inside if words[at].word in _RUMOUR]
            false = [at for at in inside if self._is_false(at)]
            if told and false and told[0] < false[-1] and self._opens(told[0], false[-1]):
                yield self._opens(told[0], false[-1]), false[-1]
            elif (
                false
                and len(inside) <= _SHORT
                and number - 1 in bounds
                and words[inside[0]].word in _POINTING
            ):
                before = bounds[number - 1]
                yield before[0], before[-1] + 1

    def _opens(self, first: int, last: int) -> int:
        """Where a rumour's own words begin; 0 if nothing introduces them."""
        words = self.page.words
        return next(
            (
                at + 1
                for at in range(first, last)
                if words[at].word in ("bahwa", "menyebut", "menyatakan", "menyebutkan")
            ),
            0,
        )

    def _is_false(self, at: int) -> bool:
        word = self.page.words[at].word
        return word in _FALSE or (
            word == "benar" and at > 0 and self.page.words[at - 1].word in ("tidak", "bukan")
        )

    def _deny(self, negator: int, found: dict[int, int]) -> None:
        words, page = self.page.words, self.page
        nothing = (
            words[negator].word in ("nihil", "tanpa", "nol", "tiada")
            or self._follows(negator, _NOTHING)
            or (self._follows(negator, _ONE) and self._follows(negator + 1, _PUN))
            or (self._follows(negator, _MODALS) and self._follows(negator + 1, _NOTHING))
        )
        reach, at = _FAR if nothing else _REACH, negator + 1
        reach = 2 if words[negator].word == "tanpa" else reach
        if at < len(words) and (words[at].word in _LEXICAL or words[at].stem in _LEXICAL):
            reach = 1  # of "akses tidak sah ditemukan" nothing but the right is denied
        if at < len(words) and words[at].word in _BOUNDS:
            return  # "tidak lebih dari 60 hari" denies no day
        if at < len(words) and words[at].word in _CAUSES:
            at += 1  # "bukan karena kebakaran"
        scope: list[int] = []
        is_found = relative = False
        while at < len(words) and len(scope) < reach:
            if page.breaks[at - 1] and not (scope and self._is_listed(at)):
                break
            if words[at].word in _OR and scope:
                at, reach = at + 1, reach + 2
                continue
            if words[at].word in _CLAUSE or words[at].word in NEGATORS:
                break
            if scope and words[at].word in _SCOPE_ENDS and (not nothing or words[negator].word == "tanpa"):
                break
            if words[at].word == "yang" and scope and not nothing:
                break  # of "tidak semua warga yang dideportasi" somebody was deported
            if nothing and scope and (words[at].word == "dalam" or (relative and words[at].word == "yang")):
                break  # "tak ada yang meninggal dalam gempa yang merusak rutan"
            if nothing and words[at].word == "yang":
                relative = True
            if nothing and words[at].word == "yang" and scope:
                scope = []  # of "tidak ada data yang bocor" the leak is denied, not the data
            if self.is_content[at]:
                if words[at].word.removesuffix("nya") not in _TRANSPARENT:
                    scope.append(at)
                elif words[at].word.startswith(("di", "ter")):
                    is_found = True  # "Pekerja anak: tidak ditemukan"
            at += 1
        for rank, one in enumerate(scope):
            found[one] = min(rank, found.get(one, rank))
        rank = len(scope)
        if (nothing or is_found) and words[negator].word != "tanpa":
            self._deny_before(negator, found, rank)

    def _is_listed(self, at: int) -> bool:
        """Whether a comma before a word only parts items of which the last has "atau": "tewas, kabur, atau hilang"."""
        page = self.page
        if page.text[page.words[at - 1].end : page.words[at].start].strip() != ",":
            return False
        return any(word.word in _OR for word in page.words[at : at + _REACH]) and not any(
            word.word in NEGATORS or word.word in _CLAUSE - _OR for word in page.words[at : at + 2]
        )

    def _follows(self, at: int, words: frozenset[str]) -> bool:
        return at + 1 < len(self.page.words) and self.page.words[at + 1].word in words

    def _deny_before(self, negator: int, found: dict[int, int], rank: int) -> None:
        """ "tersangka belum ada", "korban jiwa nihil": what stands before is denied where nothing follows."""
        if rank:
            return
        at, seen = negator - 1, 0
        while at >= 0 and seen < 2 and self.page.words[at].word not in _CLAUSE:
            if self.page.breaks[at] and self.page.text[self.page.words[at].end] != ":":
                break
            if self.is_content[at]:
                found.setdefault(at, seen)
                seen += 1
            at -= 1

    def polarity(self, at: int) -> int:
        """1 where a word's concept is said to be so, -1 where it is denied."""
        return -self.terms[at].sign if at in self.denied else self.terms[at].sign

    def mode(self, at: int, reach: int = 3) -> tuple[str, int] | None:
        """The modality that stands before a word in its clause, and where: ("future", 4)."""
        if at not in self._behind_modes:
            return None
        back, seen = at - 1, 0
        while back >= 0 and seen < reach and not self.page.breaks[back]:
            word = self.page.words[back].word
            if word in _MODE and back not in self.named and (word not in FINISHED or back == at - 1):
                return _MODE[word], back
            if word in _CLAUSE:
                break
            seen += self.is_content[back]
            back -= 1
        return None

    @cached_property
    def _behind_modes(self) -> frozenset[int]:
        """Words behind a modal word with no mark between."""
        found: set[int] = set()
        for mark, word in enumerate(self.page.words):
            if word.word in _MODE:
                at = mark
                while at < len(self.page.words) - 1 and not self.page.breaks[at]:
                    at += 1
                    found.add(at)
        return frozenset(found)

    def is_hedged(self, at: int) -> bool:
        """Whether a word of doubt stands in the sentence of a word."""
        return self.sentence_of[at] in self.hedged

    @cached_property
    def hedged(self) -> frozenset[int]:
        """Numbers of sentences with a word of doubt, or that ask."""
        words = self.page.words
        found = {self.sentence_of[at] for at, word in enumerate(words) if word.word in HEDGES}
        return self.asking | found

    @cached_property
    def asking(self) -> frozenset[int]:
        """Numbers of sentences that ask."""
        return frozenset(
            number
            for number, (start, end) in enumerate(self.page.sentences)
            if "?" in self.page.text[start:end]
        )

    def is_asserted(self, at: int) -> bool:
        """Whether a word stands where something is said to be so: not behind "jika", "agar", "sebelum", "jangan"."""
        return at not in self._unasserted and self.sentence_of[at] not in self.asking

    @cached_property
    def _unasserted(self) -> frozenset[int]:
        found: set[int] = set()
        for at, word in enumerate(self.page.words):
            if (
                word.word == "untuk"
                and at + 1 < len(self.page.words)
                and not _is_verbal(self.page.words[at + 1].word)
            ):
                continue  # "untuk layanan ini pemohon dikenai biaya"
            if at and self.page.words[at - 1].word == "yang" and word.word == "gagal":
                continue  # "pelamar yang gagal boleh mendaftar lagi"
            reach = _FAR if word.word in _UNASSERTED else _REACH if self._frames(at) else 0
            if word.word in _ASKS and self._follows(at, _WHICH):
                reach = _FAR  # "belum bisa memastikan apa yang memicu"
            if reach:
                last = min(at + reach, self.clauses[self.clause_of[at]].last - 1)
                found.update(range(at + 1, last + 1))
        return frozenset(found)

    def _frames(self, at: int) -> bool:
        """Whether a word only tells of what follows: "rencana pembangunan"; of "usulan ditolak" it is the subject."""
        if self.page.words[at].word not in _TOLD:
            return False
        return at + 1 >= len(self.page.words) or not self.page.words[at + 1].word.startswith("di")

    def is_negated(self, at: int) -> bool:
        """Whether a word is denied, or a negator stands right before its modal words: "belum dapat dipastikan"."""
        if at in self.denied:
            return True
        back = at - 1
        while (
            back > 0
            and not self.page.breaks[back]
            and _MODE.get(self.page.words[back].word) in ("may", "must", "future")
        ):
            back -= 1
        return back >= 0 and self.page.words[back].word in NEGATORS and not self.page.breaks[back]

    def is_forbidden(self, at: int) -> bool:
        """Whether a word of forbidding stands before a word of its clause."""
        span = self.clauses[self.clause_of[at]]
        return any(self.page.words[one].word in FORBIDDING for one in range(max(span.first, at - _REACH), at))

    def source(self, at: int) -> str:
        """The sentence of a word."""
        return self.page.sentence_text(self.page.words[at].start)
