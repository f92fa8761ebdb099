"""One of the two texts of a check: what each word says, whether it is denied, open or done, and whether it is meant."""

from __future__ import annotations

from functools import cached_property

from pantau.language.claims import lexicons
from pantau.narrative.drift.clauses import CLAUSE, Span, is_verbal
from pantau.narrative.drift.denials import NEGATORS, Denials

_STANCE = lexicons.told("stance")
HEDGES = frozenset(word for word in _STANCE["hedges"] if " " not in word)
CERTAIN = frozenset(_STANCE["certain"])
STATUS = frozenset(_STANCE["status"])
FORBIDDING = frozenset(_STANCE["prohibitions"]) - {"hindari", "pantang"} | {"melarang"}
_TOLD = lexicons.words("told")  # "kabar soal denda" tells of no fine
_UNASSERTED = lexicons.words("unasserted")
_ASKS, _WHICH = frozenset(("apa", "siapa", "mana")), frozenset(("yang", "saja", "penyebab"))
_JUDGED = frozenset(("disimpulkan", "menyimpulkan", "kesimpulan", "dipastikan", "memastikan", "tentu"))
_OPEN_REACH = 3  # words from "belum" to a judgement that is not made yet
_REACH, _FAR = 4, 6
FINISHED = frozenset(("selesai", "rampung", "tuntas", "kelar", "beres", "usai"))
MODES = ("done", "future", "ongoing", "must", "may")
_MODE = {word: mode for mode in reversed(MODES) for word in _STANCE[mode]}


class Side(Denials):
    """A text, read. Word numbers are those of its page."""

    def mode(self, at: int, reach: int = 3) -> tuple[str, int] | None:
        """The modality that stands before a word in its clause, and where: ("future", 4)."""
        if at not in self._behind_modes:
            return None
        back, seen = at - 1, 0
        while back >= 0 and seen < reach and not self.page.breaks[back]:
            word = self.page.words[back].word
            if word in _MODE and back not in self.named and (word not in FINISHED or back == at - 1):
                return _MODE[word], back
            if word in CLAUSE:
                break
            seen += self.is_content[back]
            back -= 1
        return None

    @cached_property
    def _behind_modes(self) -> frozenset[int]:
        """Words behind a modal word with no mark between."""
        found: set[int] = set()
        for at in self.page.numbers_of(_MODE):
            if at in found:
                continue  # so are all up to the next mark
            while not self.page.breaks[at]:
                at += 1
                found.add(at)
        return frozenset(found)

    def is_hedged(self, at: int) -> bool:
        """Whether a word of doubt stands in the sentence of a word."""
        return self.sentence_of[at] in self.hedged

    @cached_property
    def hedged(self) -> frozenset[int]:
        """Numbers of sentences with a word of doubt, or that ask."""
        open_ones = (at for at in self.page.numbers_of(("belum",)) if self._is_open(at))
        return self.asking | {self.sentence_of[at] for at in (*self.page.numbers_of(HEDGES), *open_ones)}

    def _is_open(self, at: int) -> bool:
        """Whether "belum" leaves open what follows: "belum dapat disimpulkan bahwa", "belum tentu"."""
        behind = self.page.words[at + 1 : at + 1 + _OPEN_REACH]
        return any(word.word in _JUDGED for word in behind)

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
        for at in self.page.numbers_of(_UNASSERTED | _TOLD | _ASKS):
            word = self.page.words[at]
            if (
                word.word == "untuk"
                and at + 1 < len(self.page.words)
                and not is_verbal(self.page.words[at + 1].word)
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


__all__ = ["CERTAIN", "FORBIDDING", "HEDGES", "MODES", "NEGATORS", "STATUS", "Side", "Span"]
