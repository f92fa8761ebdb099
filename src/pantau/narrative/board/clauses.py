"""The words around a figure, as far as they speak of it, and what they say happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pantau.domain.claims import Claim
from pantau.language.claims import Reading, lexicons
from pantau.narrative.board import lexicon

_BEHIND, _FAR, _BEFORE = 10, 16, 6  # words
_FURTHEST = 10
_CAUSES = ("akibat", "karena", "saat", "ketika", "usai")
_ASIDES, _ASIDE = ("termasuk", "yakni", "yaitu", "masing-masing"), 9
_ONLY_WHICH = frozenset(["dead", "injured", "escaped", "wanted", "missing", "caught"])
_HELPERS = lexicon.words("helpers")


@dataclass(frozen=True, slots=True)
class Hit:
    """A state in a clause. `relative`: it stands in a clause with "yang", so it only says which ones."""

    state: str
    at: int
    relative: bool = False


class Clauses:
    """A page with its figures, asked for the words beside one of them."""

    def __init__(self, page: Reading, figures: Sequence[Claim]) -> None:
        self.page = page
        self.firsts = {page.at(claim.start): claim for claim in figures}
        self._taken = {
            at for claim in figures for at in range(page.at(claim.start), self.behind(claim))
        }  # fmt: skip

    def behind(self, claim: Claim) -> int:
        """The number of the first word behind a figure."""
        return self.page.at(claim.end)

    def words_behind(self, claim: Claim, *, far: bool = False) -> list[int]:
        """To the next mark, figure or joining word; `far` goes past the whole of "tiga dari empat ..."."""
        at = self.behind(claim)
        found: list[int] = []
        if at and self.page.breaks[at - 1] and self.page.text[claim.end : claim.end + 1] not in (" ", "-"):
            return []
        stops = lexicon.words("stops")
        while at < len(self.page.words) and len(found) < (_FAR if far else _BEHIND):
            word = self.page.words[at].word
            if (word in stops and not self._goes_on(at)) or (at in self._taken and not far):
                break
            found.append(at)
            at = self._behind_aside(at) if self.page.breaks[at] else at + 1
            if at < 0:
                break
        return found

    def _goes_on(self, at: int) -> bool:
        """Whether "dan" joins what happened to the same people: "keracunan dan dirawat", not "dan luka 5 orang"."""
        if self.page.words[at].word not in ("dan", "serta") or at + 1 >= len(self.page.words):
            return False
        told, length = self._state(at + 1, person=True)
        return bool(told) and not any(place in self._taken for place in range(at + 1, at + 2 + length))

    def is_figure(self, at: int) -> bool:
        """Whether a word is part of a figure."""
        return at in self._taken

    def _behind_aside(self, at: int) -> int:
        """The word behind "..., termasuk dua perempuan, ..."; -1 where no aside begins behind a word."""
        words = self.page.words
        if at + 1 < len(words) and words[at + 1].word in _ASIDES:
            for place in range(at + 2, min(len(words) - 1, at + _ASIDE)):
                if self.page.breaks[place]:
                    return place + 1
        return -1

    def words_before(self, claim: Claim) -> list[int]:
        """From the figure back to the mark, figure or joining word before it, nearest first; a colon is no mark."""
        at = self.page.at(claim.start) - 1
        found: list[int] = []
        stops = lexicon.words("stops") - {"hingga", "sampai"}
        while at >= 0 and len(found) < _FURTHEST:
            if len(found) >= _BEFORE and not self._heads_any(found):
                break
            if self.page.breaks[at] and ":" not in self.page.text[self.page.words[at].end :][:2]:
                break
            if at in self._taken or (self.page.words[at].word in stops and not self._heads(at)):
                break
            found.append(at)
            at -= 1
        return found

    def _heads_any(self, places: Sequence[int]) -> bool:
        return any(self._heads(at) for at in places)

    def _heads(self, at: int) -> bool:
        """Whether a cause only stands between: "korban tewas akibat kebakaran 8 orang"."""
        if self.page.words[at].word not in _CAUSES:
            return False
        for place in range(at - 1, max(-1, at - _BEFORE), -1):
            if self.page.breaks[place] or place in self._taken:
                return False
            if self.page.words[place].word in ("korban", "jumlah"):
                return True
        return False

    def hits(self, places: Iterable[int], *, person: bool, until: int | None = None) -> list[Hit]:
        """The states that some words tell, in their order; `until` is the figure when they stand before it."""
        found: list[Hit] = []
        relative, passed = False, set[int]()
        words = self.page.words
        for at in places:
            if words[at].word == "yang":
                relative = True
                continue
            if at in passed or (at and words[at - 1].word == "dengan"):
                continue
            state, length = self._state(at, person=person)
            if not state:
                continue
            passed.update(range(at, at + length))
            if until is not None and not relative and words[at].word.startswith("di") and at < until - 2:
                continue  # "ditangkap polisi setelah menipu 200 orang": it was another who was
            if not relative or state in _ONLY_WHICH or until is not None:
                found.append(Hit(state, at, relative))
            relative = False
        return found

    def about(self, claim: Claim) -> frozenset[str]:
        """The stems around a figure, without words that say nothing of their own."""
        idle = lexicons.words("idle")
        places = [*self.words_behind(claim), *self.words_before(claim)[:4]]
        words = [self.page.words[at] for at in places]
        return frozenset(word.stem for word in words if word.word not in idle and not word.word.isdecimal())

    def _state(self, at: int, *, person: bool) -> tuple[str, int]:
        words = self.page.words
        for length in (4, 3, 2):
            phrase = tuple(word.word for word in words[at : at + length])
            if (state := lexicon.phrases().get(phrase)) and not any(self.page.breaks[at : at + length - 1]):
                return state, length
        word = lexicon.states().get(words[at].word)
        if word is None or (word.weak and not person):
            return "", 0
        return word.state, 1

    def settled(self, hits: Sequence[Hit]) -> str:
        """What of several things happened: "luka", "yang kabur sudah tertangkap"; "" for none."""
        mains = [hit for hit in hits if not hit.relative]
        if not mains:
            return hits[0].state if hits else ""
        chain = [mains[0]]
        for hit in mains[1:]:
            between = range(chain[-1].at + 1, hit.at)
            if all(self.page.words[at].word in _HELPERS for at in between):
                chain.append(hit)
        told = [hit.state for hit in chain]
        state = next((grave for grave in ("dead", "injured") if grave in told), told[-1])
        if state == "found":
            return "caught" if any(hit.state == "escaped" for hit in hits) else ""
        return state
