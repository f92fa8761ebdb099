"""A text as claims are read from it: words with their places and plain spelling, sentences, what is taken."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from pantau.language import tokens
from pantau.language.claims import lexicons

# A full stop ends a sentence before a space and a capital, figure or mark; not inside "Rp2.500" or "pkl. 14".
_END = re.compile(
    r"\s*[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]+\s+(?=[A-Z0-9])|[!?…]+[\"”'’)]*\s+|\.[\"”'’)]*\s+(?=[^\sa-z])|\s*\n+\s*|\s+(?=[#•✅▪️🔹*]\s*\w)"
)
_SHORT = re.compile(
    r"(?:\b(?:no|nomor|pkl|jl|jln|tgl|dr|drs|dra|ir|hj|h|prof|plt|plh|kab|kec|kel|sdr|yth|bpk|ttd|dkk|dll|s\.d|"
    r"a\.n|d\.h|rp|kol|kep|ps|st|mr|ust|kh|tn|ny)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_PERIODS = frozenset(("tahun", "bulan", "minggu", "pekan", "hari", "waktu", "silam", "abad", "semester"))
_SAME = re.compile(r"(.)\1+")
_TWICE = re.compile(r"([^\W\d_]{2,})2([^\W\d_]*)")
_ACRONYMS = frozenset(("TPI", "DPT", "HR", "BS", "SJ", "PD", "GK"))  # classes and initials, no short forms
_EMOJI = "\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff"
_BREAK = re.compile(rf"[.,;:!?()\[\]\"“”\n…–—/|•{_EMOJI}]|\s-\s")


class Word(NamedTuple):  # a long text has thousands of them: quicker to make than a frozen dataclass
    """A word of a page. `word` is folded and in plain spelling ("sdh" is "sudah"), `stem` its stem."""

    start: int
    end: int
    word: str
    stem: str
    raw: str
    is_capital: bool


@dataclass(slots=True)
class Page:
    """One text. `taken` marks characters that a claim was read from, so that no second one takes them."""

    text: str
    low: str = field(init=False)
    words: list[Word] = field(init=False)
    taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        low = self.text.lower()
        if len(low) != len(self.text):  # a letter whose small form is two characters
            low = "".join(one.lower() if len(one.lower()) == 1 else one for one in self.text)
        self.low = low.replace("\u00a0", " ").replace("\u202f", " ")
        self.words = _words(self.text)
        self.taken = bytearray(len(self.text))

    def take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\x01" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        return not any(self.taken[start:end])


class Reading(Page):
    """A page with what is worked out once when asked for."""

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.start for word in self.words]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of each sentence, without the space around it."""
        cuts = [0]
        for match in _END.finditer(self.text):
            before = self.text[max(0, match.start() - 8) : match.start() + 1]
            if match.group()[0] == "." and _SHORT.search(before):
                continue
            cuts.append(match.end())
        cuts.append(len(self.text))
        return [
            (start, start + len(self.text[start:end].rstrip()))
            for start, end in pairwise(cuts)
            if self.text[start:end].strip()
        ]

    @cached_property
    def _sentence_at(self) -> list[int]:
        """For each character the number of its sentence; a last one for the end of the text."""
        starts = [start for start, _end in self.sentences][1:]
        found: list[int] = []
        for number, (start, end) in enumerate(pairwise([0, *starts, len(self.text) + 1])):
            found += [number] * (end - start)
        return found

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds a character."""
        return self._sentence_at[offset]

    def sentence_text(self, offset: int) -> str:
        if not self.sentences:
            return ""
        start, end = self.sentences[self.sentence(offset)]
        return self.text[start:end]

    @cached_property
    def breaks(self) -> list[bool]:
        """For each word whether a mark stands between it and the next one."""
        text = self.text
        found = [
            right.start > left.end
            and text[left.end : right.start] != " "
            and bool(_BREAK.search(text, left.end, right.start))
            for left, right in pairwise(self.words)
        ]
        return [*found, True]

    def at(self, offset: int) -> int:
        """The number of the first word that begins at or behind a character."""
        at = self._by_start.get(offset)
        return bisect_left(self.starts, offset) if at is None else at

    @cached_property
    def _by_start(self) -> dict[int, int]:
        return {start: number for number, start in enumerate(self.starts)}


_PLAIN: dict[str, tuple[str, str, bool]] = {}


def _stressed() -> frozenset[str]:
    """Words that weigh much, which are read through a doubled letter: "didugaa"."""
    told = lexicons.told("stance")
    return frozenset(word for group in told.values() for word in group)


def _plain(raw: str, word: str, stem: str) -> tuple[str, str, bool]:
    """A word in plain spelling with its stem, and whether it begins with a capital."""
    found = _PLAIN.get(raw)
    if found is None:
        if len(_PLAIN) > 50_000:
            _PLAIN.clear()
        plain = None if raw in _ACRONYMS else lexicons.spelling().get(word)
        if (
            plain is None
            and (single := _SAME.sub(r"\1", word)) != word
            and single.isalpha()
            and single in _stressed()
        ):
            plain = single
        if plain is None and (twice := _TWICE.fullmatch(word)):
            plain = twice[1] + twice[2]
        if plain is not None:
            word, stem = plain, (tokens.stems(plain) or [plain])[0]
        found = _PLAIN[raw] = word, stem, raw[:1].isupper()
    return found


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    for start, end, word, stem in tokens.words(text):
        raw = text[start:end]
        plain, root, is_capital = _plain(raw, word, stem)
        if plain == "lalu" and found and found[-1].word in _PERIODS and text[found[-1].end : start] == " ":
            plain, root = "silam", "silam"  # "tahun lalu" puts nothing behind anything
        found.append(Word(start, end, plain, root, raw, is_capital))
    return found
