"""What a quantity is about: the words behind it, or before it where nothing counted follows."""

from __future__ import annotations

import re
from functools import cache

from pantau.language.claims import lexicons, naming
from pantau.language.claims.page import Reading, Word

_STOPS = lexicons.words("subject_stops")
_PASSED = lexicons.words("subject_passed")
_TIMES = frozenset(("ini", "itu", "lalu", "silam", "saat", "kini", "sekarang", "kemarin", "tadi"))
_EACH = frozenset(("sehari", "seminggu", "sepekan", "sebulan", "setahun", "semalam"))  # "8 jam sehari"
_MOST = 3
_SHORTEST = 3  # letters of a stem
_DECADE = re.compile(r"[- ]an\b")
_ACTIVE = re.compile(r"(?:meng|mem|men|meny|mel|mer|mew|mey)[a-z]{3,}")


@cache
def _classifiers() -> frozenset[str]:
    return frozenset(lexicons.told("units")["classifiers"])


@cache
def _pairs() -> frozenset[str]:
    """Counted nouns of two words: "warga binaan"."""
    return frozenset(lexicons.told("units")["pairs"])


def of(
    page: Reading, start: int, end: int, *, is_money: bool = False, is_measure: bool = False
) -> tuple[str, str]:
    """The unit that a quantity is counted in ("orang", or the counted noun), and what it is about.

    What money is for stands before it: "denda Rp 100 juta subsider dua bulan".
    """
    at = page.at(end)
    if tail := _DECADE.match(page.low, end):
        end = tail.end()  # "1.000-an mobil"
        at = page.at(end)
    behind = _behind(page, at, end)
    unit = behind[0] if behind else ""
    if " ".join(behind[:2]) in _pairs():
        unit = " ".join(behind[:2])
    if at < len(page.words) and unit and is_verb(page.words[at]):
        unit = ""  # "4 dirujuk ke rumah sakit"
    said = behind[1:] if unit in _classifiers() else behind
    if unit in _classifiers() and said and at + 1 < len(page.words) and is_verb(page.words[at + 1]):
        said = [*_before(page, page.at(start) - 1)[-2:], *said][:_MOST]  # "WNA Vietnam 9 orang diamankan"
    told = (
        is_measure
        and said
        and at < len(page.words)
        and (is_verb(page.words[at]) or page.words[at].word in ("akibat", "gara-gara"))
    )
    if not said or is_money or told:  # "seluas 12,6 hektare berjarak 9 km"
        said = _before(page, page.at(start) - 1) or said
    return unit, " ".join(said)


def is_verb(word: Word) -> bool:
    """Whether a word is a verb, by its prefix and stem: "dirujuk", "merusak", "berjaga"; or tells of a change."""
    if word.word in ("jadi", "naik", "turun"):
        return True
    said, stem = word.word, word.stem
    if len(stem) < _SHORTEST or stem == said or said == "berbeda":
        return False
    if said.endswith("an") and not said.endswith("kan"):
        return False
    return (
        said in (f"di{stem}", f"di{stem}kan", f"di{stem}i", f"ber{stem}") or _ACTIVE.match(said) is not None
    )


def _behind(page: Reading, at: int, end: int) -> list[str]:
    found: list[str] = []
    if at >= len(page.words) or page.text[end : page.words[at].start].strip():
        return found
    while at < len(page.words) and len(found) < _MOST + 1:
        word = page.words[at]
        if word.word in _STOPS or word.raw[0].isdecimal() or page.taken[word.start]:
            break
        if word.word in _EACH or (len(word.raw) == 1 and word.raw.islower()):
            break  # "40 hari s.d. 3 Januari"
        found.append(_spelt(word))
        if page.breaks[at]:
            break
        at += 1
    return found


def _spelt(word: Word) -> str:
    """The word, with the hyphen that folding takes out of "undang-undang"."""
    raw = word.raw.lower()
    return raw if "-" in raw and raw.replace("-", "") == word.word else word.word


def _before(page: Reading, at: int) -> list[str]:
    """What stands before a figure, past a time or link between.

    "progres, saat ini 64 persen", "pada 2018 lalu 12 unit", "bunga, yakni satu persen".
    """
    found: list[str] = []
    begin, at, commas = at, _past_time(page, at), 1
    labelled = at if _is_label(page, begin, at) else -1
    while at >= 0 and len(found) < _MOST:
        word = page.words[at]
        if page.breaks[at] and at != labelled:
            commas -= 1
            if (
                found
                or commas < 0
                or at == begin
                or page.text[word.end : page.words[at + 1].start].strip() not in (",", ")", "),")
            ):
                break
        if word.word in ("atas", "bawah") and at and page.words[at - 1].word == "di":
            at -= 2
            continue
        if word.raw.isdecimal() and naming.is_in_series(page, word.start, word.end, []):
            at -= 1
            continue  # "vaksinasi dosis 2 mencapai 93 persen"
        is_time = _is_time(page, at)
        if not is_time and (word.raw[0].isdecimal() or page.taken[word.start]):
            break
        if word.word in _STOPS:
            if found:
                break
            commas = commas if word.word in _PASSED else 0
        if word.word not in _PASSED and word.word not in _STOPS and not is_time:
            found.append(word.word)
        at -= 1
    return found[::-1]


def _is_label(page: Reading, begin: int, at: int) -> bool:
    """Whether a figure stands behind a label and its colon: "Hadir: 17 orang", "Realisasi per 31 Oktober: Rp84,3 M"."""
    if begin < 0 or begin + 1 >= len(page.words):
        return False
    gap = page.text[page.words[begin].end : page.words[begin + 1].start].strip(" ()±~")
    behind = page.text[page.words[at].end : page.words[at + 1].start].strip()
    return gap in (":", "=") and (at == begin or behind in ("", ":", ","))


def _past_time(page: Reading, at: int) -> int:
    """The last word before words that only tell a time, where such words stand there; else `at`."""
    last = at
    while last >= 0 and page.words[last].word in _PASSED:
        last -= 1
    begin = last
    while last >= 0 and (page.words[last].word in _TIMES or _is_time(page, last)):
        last -= 1
    if last < 0 or last == begin:
        return at
    while last > 0 and page.words[last].word in (
        "pada",
        "di",
        "per",
        "hingga",
        "sampai",
        "awal",
        "akhir",
        "pertengahan",
        "sejak",
    ):
        last -= 1
    gap = page.text[page.words[last].end : page.words[last + 1].start].strip()
    return last if gap in ("", ",", ":") else at


def _is_time(page: Reading, at: int) -> bool:
    """Whether a word is of a date: a year, "tahun" before it, or a month."""
    word = page.words[at]
    if word.word == "tahun" and at + 1 < len(page.words):
        return _is_time(page, at + 1)
    if not page.taken[word.start]:
        return False
    if word.raw.isdecimal() and len(word.raw) < 3 and at + 1 < len(page.words):
        return page.words[at + 1].word in _months()
    return word.word in _months() or (word.raw.isdecimal() and len(word.raw) == 4)


@cache
def _months() -> frozenset[str]:
    return frozenset(lexicons.told("calendar")["months"])
