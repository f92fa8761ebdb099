"""Days, months and years that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from pantau.domain.claims import Claim, ClaimKind
from pantau.language import tokens
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading
from pantau.language.claims.spoken import DAYPART, SMALL, TO, small

MONTHS: list[str] = lexicons.told("calendar")["months"]
WEEKDAYS: dict[str, int] = lexicons.told("calendar")["weekdays"]
_OLDEST, _NEWEST = 1000, 2100


@cache
def _months() -> dict[str, int]:
    found = {name: number for number, name in enumerate(MONTHS, 1)}
    for short, meant in lexicons.spelling().items():
        if meant in found:
            found[short] = found[meant]
    return found


@cache
def _pattern() -> re.Pattern[str]:
    days = lexicons.alternatives(WEEKDAYS)
    months = lexicons.alternatives(_months())
    units = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    year = rf"(?:(?:19|20)\d{{2}}|1[0-8]\d{{2}}(?=\s*[.,;)]|$)|dua\s+ribu\s+dua\s+puluh(?:\s+(?:{units}))?)"
    daypart = rf"(?:\s+{DAYPART})?"
    daypart += r"(?:\s+(?:ini|tadi|kemarin|kmrn)(?=\s*[,(]))?"
    first_day = rf"(?:\b(?P<w0>{days})\b{daypart}(?:{TO}|\s*(?:dan|&)\s*))?"
    weekday = rf"(?:{first_day}\b(?P<w>{days})\b{daypart}[\s,(]*(?:tanggal\s+|tgl\.?\s*)?)"
    part = r"(?:(?:tanggal|tgl\.?)\s*)?"
    until = rf"(?:\s*,\s*{SMALL}(?=\s*(?:,|dan|&)))*"  # "14, 15, dan 16 April"
    until += rf"(?:(?:{TO}|\s*,?\s*(?:dan|&|,)\s*)(?:tgl\.?\s*|tanggal\s+)?(?P<e>{SMALL}))?"
    behind_short = r"(?:(?<=\b[a-z]{3}\s)|(?<=\b[a-z]{3}\.\s)|(?<=['’]))"  # "1 Jul 26", "1 Juli '26"
    lone_year = rf"\s*['’]?{behind_short}(?P<y13>[2-4]\d)\b(?![.,:]\d|\s*(?:orang|org|%|persen))"
    until += rf"[\s-]*(?P<m>{months})\b\.?"
    named = rf"(?P<d>{SMALL}){until}(?:[\s-]*(?:tahun\s+)?(?P<y>{year})\b|{lone_year})?"
    figures = (
        r"(?:(?<![\d/.,-])|(?<=/\d-)|(?<=/\d\d-)|(?<=/\d{4}-))(?P<d2>\d{1,2})(?:(?:\s?[-–]\s?|\s+s\s?[./]?\s?d\.?\s*|\s+sampai\s+|\s+hingga\s+)(?P<e2>\d{1,2}))?(?P<sep>[/.-])(?P<m2>\d{1,2})"
        r"(?:(?P=sep)(?P<y2>(?:19|20)\d{2}|\d{2}))?(?![\d/]|[.,]\d)"
    )
    iso = r"(?<![\d/.-])(?P<y3>(?:19|20)\d{2})-(?P<m3>\d{2})-(?P<d3>\d{2})(?!\d)"
    month = rf"\b(?P<m4>{months})\b\.?\s*(?:tahun\s+)?(?P<y4>{year})\b"
    cues = "tahun|thn|awal|akhir|pertengahan|sejak|hingga|sampai|pada|cpns|per|kuartal|semester"
    years = rf"\b(?:{cues})\s+(?:tahun\s+)?(?P<y5>(?:19|20)\d{{2}})\b(?![./]\d)"
    later = rf"(?:{TO}(?P<e6>{SMALL})\b(?![./:]\d|\s*(?:orang|org|persen|%)))?"
    day = rf"\b(?:tanggal|tgl\.?)\s*(?P<d6>{SMALL})\b(?![./]\d){later}"
    near = r"\b(?:awal|akhir|pertengahan|bulan|mulai|sejak|sampai|hingga|pada)\s+(?:bulan\s+)?"
    bare = (
        r"(?<![\w.,/:-])(?P<y9>19[6-9]\d|20[0-5]\d)(?![\w/:-]|[.,]\d)"
        r"(?!\s+(?:orang|jiwa|unit|buah|lembar|meter|kilo|persen|rupiah|pemohon|kasus|kali|peserta|berkas|warga|napi))"
    )
    quarter = r"\b(?:kuartal|triwulan|semester)\s+(?:[ivx]{1,4}|\d)\s?/\s?(?P<y12>20\d{2})\b"
    terms = (
        r"(?<![\w.,/:-])(?P<y10>(?:19[6-9]|20[0-5])\d)(?=\s?[-–/]\s?(?:19[6-9]|20[0-5])\d(?![\w/:-]|[.,]\d))"
    )
    term = r"(?<=(?:19|20)\d\d[-–/])(?<![\w.,/:-].{4}[-–/])(?P<y11>(?:19[6-9]|20[0-5])\d)(?![\w/:-]|[.,]\d)"
    first = rf"\b(?P<m8>{'|'.join(MONTHS)})(?=(?:{TO})(?:{'|'.join(MONTHS)})\b)"
    lone = rf"{near}(?P<m7>{'|'.join(MONTHS)})\b(?!\s*(?:tahun\s+)?\d)"
    short = rf"(?<![\w.-])(?P<m9>{months})\b\.?(?![\w.-]|\s*\d)"
    return re.compile(
        rf"\b(?=[\da-z])(?:{weekday}?{part}(?:{iso}|(?<![\w.,/-]){named}|{figures})"
        rf"|{month}|{quarter}|{terms}|{term}|{years}|{day}|{first}|{lone}|{bare}|{short}|\b(?P<w8>{days})\b)"
    )


@cache
def _begins() -> frozenset[str]:
    """The words with which a date may begin."""
    cues = "tahun thn awal akhir pertengahan sejak hingga sampai pada cpns per kuartal semester bulan mulai tanggal tgl"
    numbers = lexicons.told("numbers")
    named = (*WEEKDAYS, *_months(), *numbers["digits"], *numbers["teens"])
    return frozenset((*cues.split(), *(name.split()[0] for name in named)))


_may_begin = tokens.Remembered(lambda raw: raw[0].isdecimal() or raw.lower() in _begins()).__getitem__
_NO_DAY = re.compile(r"(?:se|per|tiap|setiap|dua|tiga|empat|lima|enam|\d|beberapa|hari|akhir)\s*$")


def find(page: Reading) -> Iterator[Claim]:
    """Every date, its characters taken."""
    pattern, end = _pattern(), 0
    for word in page.words:
        if not _may_begin(word.raw) or word.start < end:
            continue
        if word.raw in ("minggu", "ahad") and _NO_DAY.search(page.low[max(0, word.start - 10) : word.start]):
            continue  # "dua minggu, 5-19 November"
        match = pattern.match(page.low, word.start)
        if match is None:
            continue
        end = max(end, match.end())
        claim = _claim(page, match)
        if claim is not None and page.is_free(claim.start, claim.end):
            page.take(claim.start, claim.end)
            yield claim


def _year(text: str | None) -> int:
    if not text:
        return 0
    if not text[0].isdecimal():
        words = text.split()
        return 2020 + (small(words[-1]) if len(words) > 4 else 0)
    return int(text) if len(text) == 4 else 2000 + int(text)


def _claim(page: Reading, match: re.Match[str]) -> Claim | None:
    got = match.groupdict()
    if got["w8"]:
        return _weekday(page, match)
    end_day = small(got["e"] or got["e2"] or got["e6"] or "0")
    day = small(got["d"] or got["d2"] or got["d3"] or got["d6"] or "0")
    named = got["m"] or got["m4"] or got["m7"] or got["m8"] or got["m9"]
    month = _months()[" ".join(named.split())] if named else int(got["m2"] or got["m3"] or 0)
    year = _year(got["y"] or got["y2"] or got["y3"] or got["y4"] or got["y5"] or got["y9"]
                 or got["y10"] or got["y11"] or got["y12"] or got["y13"])  # fmt: skip
    if got["y2"] and len(got["y2"]) == 4 and day <= 12 < month:
        day, month = month, day  # "04/23/2025", as pages in English have it
    weekday = got["w0"] or got["w"] or ""
    if got["m9"] and not page.text[match.start("m9")].isupper():
        return None
    if got["d2"] and not _is_date(page, match, weekday, day, month, year):
        return None
    if not _exists(day, month, year) or (end_day and not day < end_day <= 31):
        return None
    start, end = _extent(page, match)
    parts = (str(year or ""), str(month or ""), str(day or ""), str(WEEKDAYS[weekday]) if weekday else "")
    high = _iso(year, month, end_day) if end_day else None
    text = page.text[start:end]
    return Claim(ClaimKind.DATE, text, start, end, _iso(year, month, day), "", weekday, high, parts=parts)


def _extent(page: Reading, match: re.Match[str]) -> tuple[int, int]:
    """From the weekday to the year, with the bracket that closes if one was opened."""
    begin, end = match.span()
    for name in ("y5", "y12", "m7"):
        if match[name]:
            begin = match.start(name)
    if "(" in page.text[begin:end] and page.text[end : end + 1] == ")":
        end += 1
    while end > begin and page.text[end - 1] in " .-\n":
        end -= 1
    return begin, end


def _is_date(page: Reading, match: re.Match[str], weekday: str, day: int, month: int, year: int) -> bool:
    """Whether figures between marks are a date: "24/11" may be, "10.30" is none without its year."""
    if match["e2"] and not (match["y2"] or match["sep"] == "/"):
        return False
    if match["sep"] != "/" and not match["y2"]:
        return False
    if match["y2"] and len(match["y2"]) == 2 and match["sep"] == "." and not weekday:
        return False
    if not match["y2"] and not weekday:
        before = page.text[match.start("d2") - 1 : match.start("d2")]
        marked = before == "(" or re.search(
            r"(?:tanggal|tgl\.?|per|mulai|mli|mlai|sejak|sjk|sampai|smp|pada|pd|hingga|dari|dr|s\.?\s?/?d\.?|/\d{1,4}\s?[-–])\s*$",
            page.low[: match.start("d2")][-12:],
        )
        return bool(marked) or ((day > 12 or day > month) and (day, month) != (24, 7))
    return True


def _exists(day: int, month: int, year: int) -> bool:
    if year and not _OLDEST <= year <= _NEWEST:
        return False
    if day > 31 or month > 12:
        return False
    if day and month:
        try:
            date(year or 2024, month, day)
        except ValueError:
            return False
    return bool(day or month or year)


def _iso(year: int, month: int, day: int) -> str:
    """ "2026-11-24", "--11-24", "2026-11", "2026" or "---24"."""
    if not month:
        return str(year) if year else f"---{day:02}"
    if not day:
        return f"{year}-{month:02}" if year else f"--{month:02}"
    return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _weekday(page: Reading, match: re.Match[str]) -> Claim | None:
    """A weekday alone; "minggu" is a week behind a number and before "lalu"."""
    start, end = match.span("w8")
    word = match["w8"]
    if page.low.endswith("pasar ", 0, start):
        return None  # the name of a quarter
    if word in ("minggu", "ahad") and not page.text[start].isupper():
        if _NO_DAY.search(page.low[max(0, start - 10) : start]) and not page.low[:start].endswith("hari "):
            return None
        if not page.low[max(0, start - 5) : start].endswith("hari "):
            return None
    parts = ("", "", "", str(WEEKDAYS[word]))
    return Claim(ClaimKind.DATE, page.text[start:end], start, end, word, "", word, parts=parts)
