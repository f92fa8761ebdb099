"""A text as claims are read from it: words with their places and plain spelling, sentences, what is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from pantau.language import tokens
from pantau.language.claims import lexicons

_PICTURES = "\U0001f300-\U0001faff\u2600-\u27bf\ufe0f"
# A full stop ends a sentence before a space and a capital, figure or mark; not inside "Rp2.500" or "pkl. 14". Each way
# to end one is told by its first character, so that the search passes over letters at once.
_END = re.compile(
    rf"[\s.!?…{_PICTURES}](?:"
    rf"(?<=\n)\s*[{_PICTURES}]+\s+(?=[A-Z0-9])|(?<=\n)\s*"
    rf"|(?<=\s)(?<!\s\s)(?=[\s#•✅▪️🔹*{_PICTURES}])(?:\s*[{_PICTURES}]+\s+(?=[A-Z0-9])|\s*\n\s*|\s*(?=[#•✅▪️🔹*]\s*\w))"
    r"|(?<=\.)[\"”'’)]*\s+(?=[^\sa-z])"
    r"|(?<=[!?…])[!?…]*[\"”'’)]*\s+"
    rf"|(?<=[{_PICTURES}])[{_PICTURES}]*\s+(?=[A-Z0-9]))"
)
_SHORT = re.compile(
    r"(?:\b(?:no|nomor|pkl|jl|jln|tgl|dr|drs|dra|ir|hj|h|prof|plt|plh|kab|kec|kel|sdr|yth|bpk|ttd|dkk|dll|s\.d|"
    r"a\.n|d\.h|rp|kol|kep|ps|st|mr|ust|kh|tn|ny)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_PERIODS = frozenset(("tahun", "bulan", "minggu", "pekan", "hari", "waktu", "silam", "abad", "semester"))
_SAME = re.compile(r"(.)\1+")
_TWICE = re.compile(r"([^\W\d_]{2,})2([^\W\d_]*)")
_ACRONYMS = frozenset(("TPI", "DPT", "HR", "BS", "SJ", "PD", "GK", "ISO", "TEU"))  # no short forms
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
    gaps: list[str] = field(init=False)  # what stands behind each word up to the next one
    taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        low = self.text.lower()
        if len(low) != len(self.text):  # a letter whose small form is two characters
            low = "".join(one.lower() if len(one.lower()) == 1 else one for one in self.text)
        self.low = low.replace("\u00a0", " ").replace("\u202f", " ")
        self.words, self.gaps = _words(self.text)
        self.taken = bytearray(len(self.text))

    def take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\x01" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        return self.taken.find(1, start, end) < 0


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
        return [*map(_is_break, self.gaps[:-1]), True]

    @cached_property
    def joins(self) -> list[bool]:
        """For each word whether only space stands between it and the next one."""
        return [*map(_is_space, self.gaps[:-1]), False]

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """The numbers of each word of the text."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            if word.word in found:  # quicker than to set a default
                found[word.word].append(at)
            else:
                found[word.word] = [at]
        return found

    def numbers_of(self, words: Iterable[str]) -> list[int]:
        """The numbers of all that are one of some words, in order."""
        where = self.where
        return sorted({at for word in words if word in where for at in where[word]})

    @cached_property
    def shouted(self) -> list[int]:
        """The numbers of words in capital letters."""
        return [at for at, word in enumerate(self.words) if word.raw.isupper()]

    def at(self, offset: int) -> int:
        """The number of the first word that begins at or behind a character."""
        return self._word_at[offset]

    @cached_property
    def _word_at(self) -> list[int]:
        """For each character, and the end of the text, the number of the first word from there on."""
        found: list[int] = []
        for number, start in enumerate(self.starts):
            found += [number] * (start + 1 - len(found))
        return found + [len(self.starts)] * (len(self.text) + 1 - len(found))


def _stressed() -> frozenset[str]:
    """Words that weigh much, which are read through a doubled letter: "didugaa"."""
    told = lexicons.told("stance")
    return frozenset(word for group in told.values() for word in group)


def _plain(raw: str) -> tuple[str, str, str, bool]:
    """A word in plain spelling with its stem, as it is written, and whether it begins with a capital."""
    word, stem = tokens.read_of(raw)
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
    return word, stem, raw, raw[:1].isupper()


_plain_of = tokens.Remembered(_plain).__getitem__


# A long text has few kinds of gaps between its words.
_is_break = tokens.Remembered(lambda gap: _BREAK.search(gap) is not None).__getitem__
_is_space = tokens.Remembered(lambda gap: len(gap) <= 3 and (not gap or gap.isspace())).__getitem__


def _words(text: str) -> tuple[list[Word], list[str]]:
    """The words of a text, and what stands behind each."""
    parts, _stems = tokens.cut(text)
    places = list(accumulate(map(len, parts)))
    read = map(_plain_of, parts[1::2])
    # column by column: quicker than word by word
    found = list(map(Word._make, zip(places[0::2], places[1::2], *zip(*read, strict=True), strict=False)))
    for at, word in enumerate(found):
        if word.word == "lalu" and at and found[at - 1].word in _PERIODS and parts[2 * at] == " ":
            found[at] = word._replace(word="silam", stem="silam")  # "tahun lalu" puts nothing behind anything
    return found, parts[2::2]
