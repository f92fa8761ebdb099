"""Whether words with capitals are the name of a person."""

from __future__ import annotations

import json
import re
from functools import cache

from pantau import assets

CAPITAL = r"[A-Z](?:[A-Za-z]*(?:['’][A-Za-z])?[a-z]|[A-Z]{2,})"
# Possessive, so that no text makes it try twice; six words are the longest name that people write.
NAME = rf"(?:[A-Z]\.\s?){{0,2}}{CAPITAL}(?:\s+(?:bin|binti|alias|{CAPITAL}|[A-Z]\b\.?)){{0,5}}+"

_TOKEN = re.compile(r"[A-Za-z'’]+")
# Not after "Ny." or "M.": these are no ends of sentences.
_OPENS = re.compile(r"(?:^|[\"“”:!?•-]|(?:\w{4}|\d|\W)\.)\s*$")
# "Suwarno", "Ngatiyem", "Herawati", "Komarudin": names of the language by their shape.
_SHAPED = re.compile(
    r"(?!melewati|wartawati|santriwati|karyawati|peragawati|olahragawati|biarawati|seniwati|purworejo)(?:(?:su|mar|sar|har|kar|war|tar|par|pur|dar|ngat|tum|tuk|jum|rum|ruk|mur|sri"
    r"|pon)[a-z]{0,4}(?:no|to|yo|djo|jo|yem|nem|jan|sih|mo|tini)|[a-z]{2,}(?:wati|ningsih|ningrum|yanti|yanto|iawan|ud+in|ianto"
    r"|manto|wanto|ullah))"
)
_LINKS = frozenset({"bin", "binti", "alias"})
_PARTICLES = frozenset(
    {"la", "wa", "ni", "al", "el", "da", "de", "di", "van", "ode", "luh"}
)  # "La Ode", "Ni Luh"
# Words of the language that are names where a common name follows: "Bunga Citra".
_ALSO_NAMES = frozenset(
    [
        "bunga",
        "bulan",
        "kasih",
        "mawar",
        "melati",
        "pelangi",
        "permata",
        "putri",
        "putra",
        "cahaya",
        "cinta",
        "bintang",
        "sinar",
        "mentari",
        "dewi",
    ]
)
# "Perlindungan", "Pencabulan", "Dirawat": words of the language by their affixes.
_AFFIXED = re.compile(
    r"(?:ke|pe[nmrl]?|peng|meng?|mem|ber|ter|di)[a-z]{3,}(?:an|kan|nya|i)|(?:meng|mem|ber|ter|di)[a-z]{5,}"
)


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    told = json.loads(assets.path("gate/names.json").read_text(encoding="utf-8"))
    return frozenset(told["given"]), frozenset(told["never"]), frozenset(told["roles"])


@cache
def _regions() -> frozenset[str]:
    rows = assets.path("regions.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(row.split("\t")[1].lower() for row in rows if not row.startswith("#"))


def is_region(words: str) -> bool:
    """Whether words are a province, a regency or a city."""
    return words.lower() in _regions()


def is_given(word: str) -> bool:
    low = word.lower()
    return low in _lists()[0] or _SHAPED.fullmatch(low) is not None


def is_role(word: str) -> bool:
    """Whether a word says what somebody is: "tersangka", "notaris"."""
    return word.lower() in _lists()[2]


def may_be_written_small(word: str) -> bool:
    """Whether a word in small letters after "bernama" can be a name."""
    return is_given(word) or _may_be_named(word)


def _may_be_named(word: str) -> bool:
    given, never, roles = _lists()
    low = word.lower()
    if low in given:
        return True
    return not (
        len(low) < 3
        or low.endswith("nya")
        or low in never
        or low in roles
        or word.isupper()
        or _AFFIXED.fullmatch(low)
    )


def inner(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The person's name that begins with the first common name of text[start:end]: "Bupati Budi Santoso"."""
    for match in _TOKEN.finditer(text, start, end):
        if is_given(match[0]):
            return person(text, match.start(), end)
    return None


def _leads(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a short word or one of the language begins a name: "La Ode Fikar", "Bunga Citra"."""
    low = match[0].lower()
    if not match[0][0].isupper() or low not in _PARTICLES | _ALSO_NAMES:
        return False
    following = _TOKEN.match(text, match.end() + 1, end)
    if following is None:
        return False
    return following[0].lower() in _PARTICLES or is_given(following[0])


def person(
    text: str, start: int, end: int, *, sure: bool = False, lone: bool = False
) -> tuple[int, int] | None:
    """The part of text[start:end] that is a person's name, after what the person is; None where there is none.

    "Tersangka Andi Wijaya Senin" -> the place of "Andi Wijaya"

    sure  ask for a name that is common, as where every word has a capital
    lone  let one uncommon word be a name though it opens the sentence, where any word has a capital
    """
    found: list[str] = []
    first = last = start
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if len(word) == 1 or word in _LINKS:
            continue
        if not found and word.lower() in _lists()[2]:
            continue
        if not (is_given(word) if sure else _may_be_named(word)) and not _leads(text, match, end):
            break
        first = first if found else match.start()
        found.append(word.lower())
        last = match.end()
    if not found or (" ".join(found) in _regions() and not is_given(found[0])):
        return None
    if len(found) == 1 and not lone and not is_given(found[0]) and _OPENS.search(text[:first]):
        return None
    if all(word in _regions() and not is_given(word) for word in found):
        return None
    return first, last
