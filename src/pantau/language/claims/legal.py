"""References to laws, regulations and decisions, down to article, paragraph and letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.domain.claims import Claim, ClaimKind
from pantau.language import tokens
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

_NUMBER = r"(?:nomor|no\.?|nmr\.?|nomer)"
_JOINER = r"(?:\s*(?:,|/|&|dan/atau|dan|atau|serta|juncto|jo\.?|s\.?d\.?|sampai|[-–])\s*)"
_ONE = r"\d++(?:\s?[a-z]\b)?"
_INITIALS = re.compile(
    r"\b(?i:r?uu|undang-undang)(?i:\s*\(\s*r?uu\s*\))?(?i:\s+tentang)?\s+"
    r"(?!(?:INI|ITU|TERSEBUT|YANG|DAN|DI|KE|BARU|LAMA|RI|NO|NOMOR|TENTANG|PASAL|DASAR|R?KUHA?P)\b)([A-Z]{2,7}\d?)\b"
)
_LAW = re.compile("ruu|uu|undang-undang")  # where such initials may stand
_AYAT = r"(?:(?:\s*,?\s*ayat\s*\(?|\s*\((?=\d+\)))\s*(?P<{0}y>\d+)\s*\)?)"
_HURUF = r"(?:\s*,?\s*huruf\s+(?P<{0}h>[a-z])\b)"
_LETTERS = re.compile(r"[a-z]+")


@cache
def _pattern() -> re.Pattern[str]:
    laws = lexicons.told("laws")
    kinds, codes = lexicons.alternatives(laws["kinds"]), lexicons.alternatives(laws["codes"])
    names = lexicons.alternatives(laws["names"])
    between = r"(?:\s*,?\s*(?:\(\s*)?(?:(?:dalam|dari|pada|di|tentang|sesuai|menurut)\s+)?"
    between += r"(?:(?:draf|naskah|revisi)\s+)?)"
    more = rf"(?:{_JOINER}(?:pasal\s*)?{_ONE}(?![\d.:/]))*"
    detail, later = (f"{_AYAT.replace('{0}', name)}?{_HURUF.replace('{0}', name)}?" for name in ("", "q"))
    short = r"ps(?=\s\d+[^.\n]{0,20}\b(?:kuhp|kuhap|uu|ayat)\b)"  # "PS 5" alone is a game
    article = rf"\b(?:pasal|psl\.?|ps\.|{short})\s*(?P<a>{_ONE}{more}){detail}"
    numbered = (
        rf"(?:(?:\s+(?!nomor\b|no\b|tentang\b)[a-zA-Z&]+){{0,7}}?(?:\s*\(\s*[a-z]{{2,15}}\s*\))?\s*{_NUMBER}\s*"
        rf"|(?:\s+(?!nomor\b|no\b|tentang\b|pasal\b)[a-z&]+){{0,4}}?\s*(?=\d+\s*/\s*\d{{4}})|\s*)"
        r"(?P<n>[a-z0-9][\w.-]*?|\d+)\s*(?:/|\s(?:tahun|thn\.?|th\.?|tah[a-z]{2})\s*)\s*(?P<t>(?:19|20)\d{2})\b"
    )
    about = rf"(?:\s*\(?\s*tentang\s+(?P<o>{names})\b)?"
    named = rf"\s+(?:tentang\s+)?(?P<m>{names})\b(?!\s*/)"
    called = rf"(?:\s+tentang)?\s+(?:(?P<i>{names})\b(?!\s*/)|(?P<j>[A-Z]{{2,7}}\d?)\b)"
    undated = rf"\s+{_NUMBER}\s*(?P<l>\d{{1,3}})(?=\s+tentang\b)"
    acronym = r"\s+(?P<x>[A-Z]{2,7}\d?)\b"
    again = r"(?:\s*\(\s*r?uu\s*\))?"
    law = (
        rf"\b(?:(?P<r>ruu|rancangan\s+undang-undang)\b{again}{called}|(?P<c>{codes})\b"
        rf"|(?P<k>{kinds})\b{again}(?:{numbered}{about}|{named}|{undated}|{acronym}|\s+(?P<u>1945)\b))"
    )
    another = rf"(?!{between}(?:{kinds}|{codes})\b)"
    after = rf"(?:\s*,?\s*(?:pasal|psl\.?)\s*(?P<a2>{_ONE}{more}){later}{another})?"
    papers = r"\b(?:perkara|putusan|surat|register|registrasi|sk|laporan)\b"
    case = rf"{papers}[^.\n]{{0,30}}?\b{_NUMBER}\s*:?\s*(?P<s>[\w.-]+(?:/[\w.&-]+)+)"
    return re.compile(rf"{article}(?:{between}{law})?|{law.replace('(?P<', '(?P<z')}{after}|{case}")


def find(page: Reading) -> Iterator[Claim]:
    """Every reference, one claim an article; its characters are taken."""
    if not any(mark in page.low for mark in ("pasal", "psl", "no", "uu", "kuh", "per", "undang", "19", "20")):
        return
    pattern, end = _pattern(), 0
    places = [word.start for word in page.words if _may_begin(word.raw)]
    marked = _marked(page) if places else ""
    for start in places:
        match = pattern.match(marked, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield from _claims(page, match)


def _head(phrase: str) -> str:
    """The letters with which a phrase begins: "undang" of "undang-undang"."""
    found = _LETTERS.match(phrase)
    return found.group() if found else ""


@cache
def _begins() -> frozenset[str]:
    """The words with which a reference may begin."""
    laws = lexicons.told("laws")
    papers = ("perkara", "putusan", "surat", "register", "registrasi", "sk", "laporan")
    phrases = (*laws["kinds"], *laws["codes"], *papers, "pasal", "psl", "ps", "ruu", "rancangan")
    return frozenset(_head(phrase) for phrase in phrases)


_may_begin = tokens.Remembered(lambda raw: _head(raw.lower()) in _begins()).__getitem__


def _marked(page: Reading) -> str:
    """The text in small letters but for initials behind a law: "uu KPK", "uu itu"."""
    parts: list[str] = []
    done = 0
    for head in _LAW.finditer(page.low):
        match = _INITIALS.match(page.text, head.start()) if head.start() >= done else None
        if match is not None:
            parts += (page.low[done : match.start(1)], match[1])
            done = match.end()
    return "".join((*parts, page.low[done:]))


def _claims(page: Reading, match: re.Match[str]) -> Iterator[Claim]:
    got = {name: value or "" for name, value in match.groupdict().items()}
    start, end = match.span()
    text = page.text[start:end]
    page.take(start, end)
    if got["s"]:
        number = got["s"].rstrip(".")
        yield Claim(ClaimKind.LEGAL, text, start, end, number, "nomor", parts=(number, "", "", ""))
        return
    law = _law({name: got[name] or got[f"z{name}"] for name in "kntcmulxrij"})
    articles = re.findall(_ONE, got["a"] or got["a2"])
    paragraph, letter = got["y"] or got["qy"], got["h"] or got["qh"]
    for number, article in enumerate(articles or [""], 1):
        last = number == max(1, len(articles))
        parts = (law, article.replace(" ", "").upper(), paragraph if last else "", letter if last else "")
        yield Claim(ClaimKind.LEGAL, text, start, end, canonical(parts), law.split(" ")[0], parts=parts)


def _law(got: dict[str, str]) -> str:
    """ "UU 11/2012", "KUHP", or "UU ite" where only the short name is told."""
    laws = lexicons.told("laws")
    squeezed = " ".join
    if got["r"]:
        return f"RUU {squeezed((got['i'] or got['j'].lower()).split())}"
    if got["c"]:
        return str(laws["codes"][squeezed(got["c"].split())])
    if not got["k"]:
        return ""
    short = str(laws["kinds"][squeezed(got["k"].split())])
    if got["u"]:
        return f"{short} 1945"
    if got["n"]:
        return f"{short} {got['n']}/{got['t']}"
    return f"{short} {got['l'] or squeezed((got['m'] or got['x'].lower()).split())}"


def canonical(parts: tuple[str, ...]) -> str:
    """The reference in one spelling: "UU 11/2012 Pasal 19 ayat (1) huruf a"."""
    law, article, paragraph, letter = parts
    said = [
        law,
        article and f"Pasal {article}",
        paragraph and f"ayat ({paragraph})",
        letter and f"huruf {letter}",
    ]
    return " ".join(part for part in said if part)


def same_law(one: str, other: str) -> bool:
    """Whether two laws are one, whatever they are called by.

    Initials that no list knows may stand for any law of their kind, and a bill without a name for any bill.
    """
    if one == other or _numbers(one) & _numbers(other):
        return True
    kind, _space, name = one.partition(" ")
    its_kind, _space, its_name = other.partition(" ")
    return kind == its_kind and kind in ("UU", "RUU") and _is_open(name) != _is_open(its_name)


def _is_open(name: str) -> bool:
    return "/" not in name and name not in lexicons.told("laws")["names"]


@cache
def _numbers(law: str) -> frozenset[str]:
    laws = lexicons.told("laws")
    kind, _space, name = law.partition(" ")
    known: list[str] = laws["same"].get(law, [])
    if kind != "RUU" and not known:
        known = laws["names"].get(name, [])
    return frozenset([law, *known])
