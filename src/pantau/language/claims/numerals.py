"""Numbers as Indonesians write and say them, in figures and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pantau.domain.claims import Bound
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ROUGHLY = {"puluhan": 10, "ratusan": 100, "ribuan": 1000, "jutaan": 1_000_000, "miliaran": 1_000_000_000}
_MANY_DOZENS = 1000
_LONGEST = 30  # characters of figures that may still count something
_LARGEST = 1e30  # of one built by magnitudes; far below the end of floats
_DECADE = re.compile(r"-an\b")
_GLUED = re.compile(r"(\d+(?:[.,]\d+)*)([a-z]+|%)")
_CROSSED = re.compile(r"(\d{1,2})x(\d{1,2})")
_SPANS = frozenset({"jam", "hari", "menit"})
_COMMA = re.compile(r"\d{1,3},\d{3}")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a page: its words are those from `first` to before `last`.

    high   the upper end of a vague number ("belasan")
    short  it was written with "rb", "jt" and the like, as people write money
    words  it was written in words
    """

    value: float
    first: int
    last: int
    start: int
    end: int
    high: float | None = None
    short: bool = False
    words: bool = False
    article: bool = False
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    digits: dict[str, int]
    teens: dict[str, int]
    big: dict[str, int]
    ones: dict[str, int]
    short: dict[str, int]
    collective: dict[str, int]
    vague: dict[str, list[float]]
    fractions: dict[str, list[int]]
    single: dict[str, str]
    spans: dict[str, str]
    begins: frozenset[str]


@cache
def known() -> Words:
    told = lexicons.told("numbers")
    names = ("digits", "teens", "ones", "collective", "vague", "single", "single_times")
    begins = {word for name in names for word in told[name]}
    return Words(
        told["digits"], told["teens"], told["magnitudes"], told["ones"], told["short"], told["collective"],
        told["vague"], told["fractions"], told["single"], told["single_times"], frozenset(begins),
    )  # fmt: skip


def figure(text: str) -> float | None:
    """The value of figures: "2.500.000,75", "2,5", "1,250,000", "14.5"; None if they are no number, or a mere row of
    digits that no float can hold."""
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return float(text)
    if grouped := _GROUPED.match(text):
        rest = text[grouped.end() :]
        whole = grouped.group().replace(".", "").replace(",", "")
        if not rest:
            return float(whole)
        return float(f"{whole}.{rest[1:]}") if rest[1:].isdecimal() and rest[0] != grouped[1] else None
    left, _mark, right = text.replace(",", ".").partition(".")
    return float(f"{left}.{right}") if left.isdecimal() and right.isdecimal() else None


def whole(value: float) -> int | float:
    """A value as an int where it is one; what floats add in the tenth place is taken off."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def heads(page: Reading) -> list[int]:
    """The words with which a number or a fraction may begin, in order."""
    begins = known().begins | known().fractions.keys()
    return [at for at, word in enumerate(page.words) if word.word in begins or word.raw[0].isdecimal()]


def at(page: Reading, first: int) -> Number | None:
    """The number that begins with a word, if one does."""
    word = page.words[first]
    if word.raw[:1].isdecimal():
        found = _in_figures(page, first)
    else:
        found = _in_words(page, first) if word.word in known().begins else None
    if found is None or max(found.value, found.high or 0) > _LARGEST:
        return None
    return _by_dozens(page, found)


def _by_dozens(page: Reading, number: Number) -> Number:
    """ "dua lusin", "1,5 kodi": so many times what the word behind stands for."""
    last = number.last
    if last >= len(page.words) or number.tail or number.short or not joined(page, last - 1):
        return number
    size = known().collective.get(page.words[last].word)
    if size is None or page.words[last].word.startswith("se") or number.value >= _MANY_DOZENS:
        return number
    high = None if number.high is None else number.high * size
    end = page.words[last].end
    return Number(number.value * size, number.first, last + 1, number.start, end, high, words=number.words)


def joined(page: Reading, at: int) -> bool:
    """Whether only space stands between a word and the next one."""
    return page.joins[at]


def _in_figures(page: Reading, first: int) -> Number | None:
    word = page.words[first]
    raw, tail, end = word.raw.lower(), "", word.end
    if (crossed := _CROSSED.fullmatch(raw)) and joined(page, first) and page.words[first + 1].word in _SPANS:
        return Number(int(crossed[1]) * int(crossed[2]), first, first + 1, word.start, word.end)  # "3x24 jam"
    if not _FIGURE.fullmatch(raw):
        glued = _GLUED.fullmatch(raw)
        if glued is None:
            return None
        raw, tail = glued[1], glued[2]
        if tail not in known().short:
            end = word.start + len(raw)
    value = figure(raw)
    if value is None:
        return None
    if _COMMA.fullmatch(raw) and _is_measured(page, first, tail):
        value = float(raw.replace(",", "."))
    last, short = first + 1, False
    if tail in known().short:
        value, short, tail = value * known().short[tail], True, ""
    while not tail and value <= _LARGEST and joined(page, last - 1) and page.words[last].word in known().big:
        value *= known().big[page.words[last].word]
        end, last = page.words[last].end, last + 1
    if (
        not tail
        and not short
        and joined(page, last - 1)
        and page.words[last].raw in ("M", "T", "k", "K", "jt", "JT", "RB")
    ):
        value *= known().short[page.words[last].raw.lower()]
        end, last, short = page.words[last].end, last + 1, True
    if not tail and not short and joined(page, last - 1) and page.words[last].word in _ROUGHLY:
        step = _ROUGHLY[page.words[last].word]  # "61 ribuan"
        upper = (value + 1) * step - 1
        return Number(value * step, first, last + 1, word.start, page.words[last].end, high=upper)
    if tail == "an" and value >= 10:  # "30an"
        end, tail = word.end, ""
        step = 10 ** (len(str(int(value))) - 1)
        return Number(value, first, last, word.start, end, high=value + step - 1)
    if not tail and not short and _DECADE.match(page.low, end):  # "50-an"
        step = 10 ** (len(str(int(value))) - 1) if value >= 10 else 1
        return Number(value, first, last, word.start, end, high=value + step - 1)
    return Number(value, first, last, word.start, end, short=short, tail=tail)


def _is_measured(page: Reading, first: int, tail: str) -> bool:
    """Whether a magnitude, a percentage or a measure follows: the comma of "48,683 miliar" parts a fraction."""
    if tail:
        return tail != "k"
    if page.gaps[first].lstrip(" ")[:1] == "%":
        return True
    if not joined(page, first):
        return False
    behind = page.words[first + 1].word
    return behind in known().big or behind in lexicons.told("units")["physical"] or behind == "persen"


def _in_words(page: Reading, first: int) -> Number | None:
    lists, word = known(), page.words[first]
    if word.word in lists.vague:
        return _vague(page, first)
    if word.word in lists.collective:
        return Number(lists.collective[word.word], first, first + 1, word.start, word.end, words=True)
    if word.word in lists.single:
        return Number(1, first, first + 1, word.start, word.end, words=True, article=True)
    if word.word in lists.spans:
        return Number(1, first, first + 1, word.start, word.end, words=True, tail=lists.spans[word.word])
    return _spelt(page, first)


def _vague(page: Reading, first: int) -> Number:
    word, last = page.words[first], first + 1
    phrase = word.word
    if joined(page, first) and f"{phrase} {page.words[last].word}" in known().vague:
        phrase, last = f"{phrase} {page.words[last].word}", last + 1
    low, high = known().vague[phrase]
    return Number(low, first, last, word.start, page.words[last - 1].end, high=high, words=True)


def _spelt(page: Reading, first: int) -> Number | None:
    """ "dua juta lima ratus ribu", "satu setengah miliar", "dua koma lima"."""
    lists, at = known(), first
    total, part, unit = 0.0, 0.0, -1.0
    while at < len(page.words):
        word = page.words[at].word
        if word in lists.digits and unit < 0:
            unit = float(lists.digits[word])
        elif word in lists.teens and unit < 0:
            unit = float(lists.teens[word])
        elif word == "belas" and 0 < unit < 10:
            unit += 10
        elif word == "puluh" and 0 < unit < 10:
            part, unit = part + unit * 10, -1.0
        elif word == "ratus" and 0 < unit < 10:
            part, unit = part + unit * 100, -1.0
        elif word == "seratus" and unit < 0:
            part += 100
        elif word in lists.ones and word != "seratus" and unit < 0 and not part:
            total += lists.ones[word]
        elif word in lists.big and (part or unit > 0):
            total, part, unit = total + (part + max(unit, 0.0)) * lists.big[word], 0.0, -1.0
        elif word == "setengah" and unit > 0:
            unit += 0.5
        elif (
            word == "koma"
            and unit >= 0
            and at + 1 < len(page.words)
            and page.words[at + 1].word in lists.digits
        ):
            at += 1
            unit += lists.digits[page.words[at].word] / 10
        else:
            break
        at += 1
        if not joined(page, at - 1):
            break
    if at == first:
        return None
    value = total + part + max(unit, 0.0)
    if at < len(page.words) and unit > 0 and joined(page, at - 1) and page.words[at].word in _ROUGHLY:
        step = _ROUGHLY[page.words[at].word]  # "dua ratusan"
        low, end = value * step, page.words[at].end
        return Number(low, first, at + 1, page.words[first].start, end, high=low + step - 1, words=True)
    return Number(value, first, at, page.words[first].start, page.words[at - 1].end, words=True)


@cache
def _bounds() -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    """Phrases by their last word, longest first."""
    told = lexicons.told("numbers")
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound in (Bound.ABOUT, Bound.OVER, Bound.LEAST, Bound.MOST, Bound.UNDER):
        for phrase in told[bound.value]:
            words = tuple(phrase.replace("-", " ").split())
            found.setdefault(words[-1], []).append((words, bound))
            if len(words) == 2 and words[0] == words[1]:  # "kira-kira" may be read as one word
                found.setdefault(words[0], []).append((words[:1], bound))
    for listed in found.values():
        listed.sort(key=lambda row: -len(row[0]))
    return found


@cache
def _measured() -> frozenset[str]:
    """Words between a number and "lebih": "delapan jam lebih"."""
    units = lexicons.told("units")
    return frozenset((*units["duration"], *units["physical"], "persen", "prosen", "orang"))


def bound(page: Reading, first: int, last: int) -> Bound:
    """How exactly a number is meant, by the words before it, and "lebih" behind it."""
    begin = max(0, first - 4)
    ends = [at for at in range(begin, first) if page.breaks[at] and page.text[page.words[at].end] in ".;!?\n"]
    before = [word.word for word in page.words[ends[-1] + 1 if ends else begin : first]]
    for skip in (0, 1):  # "sedikitnya ada 2"
        said = before[: len(before) - skip]
        for phrase, meant in _bounds().get(said[-1], ()) if said else ():
            if tuple(said[-len(phrase) :]) == phrase:
                return meant
    behind = [word.word for word in page.words[last : last + 3]]
    behind = behind[1:] if behind[:1] and behind[0] in _measured() else behind
    return Bound.OVER if behind[:1] == ["lebih"] and behind[1:2] != ["dari"] else Bound.EXACT
