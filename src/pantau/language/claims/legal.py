"""References to laws, regulations and decisions, down to article, paragraph and letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

_NUMBER = r"(?:nomor|no\.?|nmr\.?|nomer)"
_JOINER = r"(?:\s*(?:,|/|&|dan/atau|dan|atau|serta|juncto|jo\.?|s\.?d\.?|sampai|[-–])\s*)"
_ONE = r"\d++(?:\s?[a-z]\b)?"
_AYAT = r"(?:\s*,?\s*ayat\s*\(?\s*(?P<{0}y>\d+)\s*\)?)"
_HURUF = r"(?:\s*,?\s*huruf\s+(?P<{0}h>[a-z])\b)"


@cache
def _pattern() -> re.Pattern[str]:
    laws = lexicons.told("laws")
    kinds, codes = lexicons.alternatives(laws["kinds"]), lexicons.alternatives(laws["codes"])
    names = lexicons.alternatives(laws["names"])
    between = r"(?:\s*,?\s*(?:\(\s*)?(?:(?:dalam|dari|pada|di|tentang|sesuai|menurut)\s+)?)"
    more = rf"(?:{_JOINER}(?:pasal\s*)?{_ONE}(?![\d.:/]))*"
    detail, later = (f"{_AYAT.replace('{0}', name)}?{_HURUF.replace('{0}', name)}?" for name in ("", "q"))
    article = rf"\b(?:pasal|psl\.?|ps\.)\s*(?P<a>{_ONE}{more}){detail}"
    numbered = (
        rf"(?:(?:\s+(?!nomor\b|no\b|tentang\b)[a-z&]+){{0,7}}?\s*{_NUMBER}\s*"
        rf"|(?:\s+(?!nomor\b|no\b|tentang\b|pasal\b)[a-z&]+){{0,4}}?\s*(?=\d+\s*/\s*\d{{4}})|\s*)"
        r"(?P<n>[a-z0-9][\w.-]*?|\d+)\s*(?:/|\s(?:tahun|thn\.?|th\.?)\s*)\s*(?P<t>(?:19|20)\d{2})\b"
    )
    about = rf"(?:\s*\(?\s*tentang\s+(?P<o>{names})\b)?"
    named = rf"\s+(?:tentang\s+)?(?P<m>{names})\b(?!\s*/)"
    law = rf"\b(?:(?P<c>{codes})\b|(?P<k>{kinds})\b(?:{numbered}{about}|{named}|\s+(?P<u>1945)\b))"
    another = rf"(?!{between}(?:{kinds}|{codes})\b)"
    after = rf"(?:\s*,?\s*(?:pasal|psl\.?)\s*(?P<a2>{_ONE}{more}){later}{another})?"
    papers = r"\b(?:perkara|putusan|surat|register|registrasi|sk|laporan)\b"
    case = rf"{papers}[^.\n]{{0,30}}?\b{_NUMBER}\s*:?\s*(?P<s>[\w.-]+(?:/[\w.&-]+)+)"
    return re.compile(rf"{article}(?:{between}{law})?|{law.replace('(?P<', '(?P<z')}{after}|{case}")


def find(page: Reading) -> Iterator[Claim]:
    """Every reference, one claim an article; its characters are taken."""
    if not any(mark in page.low for mark in ("pasal", "psl", "no", "uu", "kuh", "per", "undang", "19", "20")):
        return
    for match in _pattern().finditer(page.low):
        yield from _claims(page, match)


def _claims(page: Reading, match: re.Match[str]) -> Iterator[Claim]:
    got = {name: value or "" for name, value in match.groupdict().items()}
    start, end = match.span()
    text = page.text[start:end]
    page.take(start, end)
    if got["s"]:
        number = got["s"].rstrip(".")
        yield Claim(ClaimKind.LEGAL, text, start, end, number, "nomor", parts=(number, "", "", ""))
        return
    law = _law(got["k"] or got["zk"], got["n"] or got["zn"], got["t"] or got["zt"], got["c"] or got["zc"],
               got["m"] or got["zm"], got["u"] or got["zu"])  # fmt: skip
    articles = re.findall(_ONE, got["a"] or got["a2"])
    paragraph, letter = got["y"] or got["qy"], got["h"] or got["qh"]
    for number, article in enumerate(articles or [""], 1):
        last = number == max(1, len(articles))
        parts = (law, article.replace(" ", "").upper(), paragraph if last else "", letter if last else "")
        yield Claim(ClaimKind.LEGAL, text, start, end, canonical(parts), law.split(" ")[0], parts=parts)


def _law(kind: str, number: str, year: str, code: str, name: str, basic: str) -> str:
    """ "UU 11/2012", "KUHP", or "UU ite" where only the short name is told."""
    laws = lexicons.told("laws")
    squeezed = " ".join
    if code:
        return str(laws["codes"][squeezed(code.split())])
    if not kind:
        return ""
    short = str(laws["kinds"][squeezed(kind.split())])
    if basic:
        return f"{short} 1945"
    return f"{short} {number}/{year}" if number else f"{short} {squeezed(name.split())}"


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
    """Whether two laws are one, whatever they are called by."""
    return one == other or bool(_numbers(one) & _numbers(other))


@cache
def _numbers(law: str) -> frozenset[str]:
    laws = lexicons.told("laws")
    known: list[str] = laws["names"].get(law.partition(" ")[2], []) or laws["same"].get(law, [])
    return frozenset([law, *known])
