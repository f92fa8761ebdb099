"""What a text denies: the scope of its negators, and rumours that it only tells to call them false."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pantau.language.claims import lexicons
from pantau.narrative.drift.clauses import CLAUSE, VERBAL, Clauses

_STANCE = lexicons.told("stance")
NEGATORS = frozenset(_STANCE["negators"])
_BOUNDS = frozenset(("lebih", "kurang", "sampai", "hanya", "cuma", "sekadar"))
_MODALS = frozenset(("boleh", "akan", "lagi", "juga", "pernah", "sampai"))
_ONE, _PUN = frozenset(("seorang", "satu", "sebuah")), frozenset(("pun",))
_NOTHING = frozenset(("ada", "nihil"))
_TRANSPARENT = lexicons.words("transparent")  # "belum terbukti bersalah" denies the guilt
_SCOPE_ENDS = lexicons.words("scope_ends")
_RUMOUR, _FALSE = lexicons.words("rumour"), lexicons.words("false")
_POINTING = frozenset(("itu", "ini", "info", "informasi", "kabar", "hal", "berita", "isu"))
_LEXICAL = lexicons.words("lexical_denials")
_CAUSES = frozenset(("karena", "sebab", "lantaran", "akibat"))
_ASKING = frozenset(("apa", "apakah", "siapa", "bagaimana", "mengapa", "kenapa", "kapan"))
_FOUND = frozenset(("ditemukan", "ditemui", "dijumpai", "tercatat"))  # there is what is found
_OR = frozenset(("atau", "maupun", "ataupun"))  # what stands behind is denied with what stands before
_UNTIL_NOW = frozenset(("sampai", "hingga", "saat", "ini", "kini", "sekarang", "sejauh"))
_SHORT = 8  # words of "Itu tidak benar."
_REACH, _FAR = 4, 6


class Denials(Clauses):
    """A text in clauses with what it denies."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.rumoured: set[int] = set()  # words denied only because a whole rumour is

    @cached_property
    def denied(self) -> dict[int, int]:
        """Words in the scope of a negator, with the number of content words between (0: the very next)."""
        found: dict[int, int] = {}
        for at in self.page.numbers_of(NEGATORS):
            start = self.page.words[at].start
            if self.page.text[start - 1 : start] not in (":", ".", ","):
                self._deny(at, found)
        for first, last in self._rumours():
            for at in range(first, last):  # what happens in a rumour is denied, those in it exist
                if self.is_content[at] and at not in found and self.page.words[at].word.startswith(VERBAL):
                    found[at] = 0
                    self.rumoured.add(at)
        return found

    def _rumours(self) -> Iterator[tuple[int, int]]:
        """Words of what a text only tells to call it false: "Kabar bahwa ... tidak benar"."""
        words = self.page.words
        if not any(self._is_false(at) for at in self.page.numbers_of(_FALSE | {"benar"})):
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
        if words[negator].word == "tanpa" and self._is_doubled(negator):
            return  # "tidak ada yang dipindahkan tanpa persetujuan" asks for it
        if at < len(words) and words[at].word in _CAUSES:
            at += 1  # "bukan karena kebakaran"
        scope: list[int] = []
        whose: list[int] = []
        is_found = relative = False
        while at < len(words) and len(scope) < reach:
            if page.breaks[at - 1] and not (scope and self._is_listed(at)):
                break
            if words[at].word in _OR and scope:
                at, reach = at + 1, reach + 2
                continue
            if words[at].word in CLAUSE or words[at].word in NEGATORS or words[at].word in _ASKING:
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
                whose, scope = scope, []  # of "tidak ada data yang bocor" the leak is denied, not the data
            if self.is_content[at]:
                if words[at].word.removesuffix("nya") not in _TRANSPARENT:
                    scope.append(at)
                elif words[at].word.startswith(("di", "ter")):
                    if whose and not scope and words[at].word in _FOUND:
                        scope = whose  # of "tidak ada tanda yang ditemukan petugas" the sign is
                        break
                    is_found = True  # "Pekerja anak: tidak ditemukan"
            at += 1
        for rank, one in enumerate(scope):
            found[one] = min(rank, found.get(one, rank))
        rank = len(scope)
        if (nothing or is_found) and words[negator].word != "tanpa":
            self._deny_before(negator, found, rank)

    def _is_doubled(self, negator: int) -> bool:
        """Whether another negator stands before one in its part of the sentence."""
        at = negator - 1
        while at >= 0 and not self.page.breaks[at]:
            if self.page.words[at].word in NEGATORS:
                return True
            at -= 1
        return False

    def _is_listed(self, at: int) -> bool:
        """Whether a comma before a word only parts items of which the last has "atau": "tewas, kabur, atau hilang"."""
        page = self.page
        if page.text[page.words[at - 1].end : page.words[at].start].strip() != ",":
            return False
        return any(word.word in _OR for word in page.words[at : at + _REACH]) and not any(
            word.word in NEGATORS or word.word in CLAUSE - _OR for word in page.words[at : at + 2]
        )

    def _follows(self, at: int, words: frozenset[str]) -> bool:
        return at + 1 < len(self.page.words) and self.page.words[at + 1].word in words

    def _deny_before(self, negator: int, found: dict[int, int], rank: int) -> None:
        """ "tersangka belum ada", "korban jiwa nihil": what stands before is denied where nothing follows."""
        if rank:
            return
        at, seen = negator - 1, 0
        while at > 0 and self.page.words[at].word in _UNTIL_NOW and not self.page.breaks[at]:
            at -= 1  # "petugas yang terlibat sampai saat ini belum ada"
        while at >= 0 and seen < 2 and self.page.words[at].word not in CLAUSE:
            if self.page.breaks[at] and self.page.text[self.page.words[at].end] != ":":
                break
            if self.is_content[at]:
                found.setdefault(at, seen)
                seen += 1
            at -= 1

    def polarity(self, at: int) -> int:
        """1 where a word's concept is said to be so, -1 where it is denied."""
        return -self.terms[at].sign if at in self.denied else self.terms[at].sign
