"""Numbers that name and do not count: telephones, plates, addresses, one of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

# The patterns below look back from behind their first character and not before it: so a search passes over all that
# cannot begin one at once.
_PHONE = re.compile(
    r"[+016](?<![\w.,/-].)(?:(?:(?<=\+)62|(?<=6)2|(?<=0))[\d -]{7,14}\d|(?<=1)500[ -]?\d{3}(?![\d.,]\d|\d))"
)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w.-]{1,254}+@[\w.-]+\.\w+|@[a-z_][\w.]*|\b(?:[a-z0-9-]{1,63}+\.){1,9}(?:go\.id|co\.id|or\.id|com|id|net|org)\b[/\w.?=&-]*"
)
_LINK_SIGN = re.compile(r"@|://|www\.|\.(?:id|com|net|org)\b")  # without one there is no link
_UNBROKEN = re.compile(r"\S*")
_SET = re.compile(
    r"(?:\b(?:rt|rw|kav|gg|km|jl|lt)\.?|\b(?:blok|kavling|lantai|kelas|kamar|sel|kilometer|jalan|gang|gate|terminal))\s*$"
)
_SERIES = re.compile(
    r"(?:\b(?:versi|ruang(?:\s(?:sidang|rapat|kelas|tunggu|isolasi))?|tingkat|stadium|jilid|seri|gelombang|sesi|golongan|tps|peringkat|roda|pm|klas|lajur|pendopo|desil"
    r"|kategori|tipe|level|fase|zona|bab|opsi|edisi|angkatan|kelompok|operasi|daop|halaman|semester|kuartal|triwulan"
    r"|eselon|peron|galat|nomor|no\.?)|tahap)\s$"
)
# Behind these only figures name, words count: "langkah tiga pimpinan".
_MARKED = re.compile(
    r"\b(?:dosis|loket|poin|antrean|antrian|kloter|regu|pos|meja|lampiran|tabel|butir|huruf|satgas|densus|termin|nopol|urutan"
    r"|slide|shift|rute|jalur|kolom|pleton|kompi|juara|langkah|halte|passcode|pin|id|kode|otp|trending|rangking|ranking"
    r"|episode|vol|volume|tim|iphone)\s$"
)
_SCHOOL = re.compile(r"\b(?:SDN?|SMPN?|SMAN?|SMKN?|MTsN?|MAN|TK)(?:\s[A-Z][a-z]+){0,3}\s$")
_STREET = re.compile(r"\b(?:Jalan|Jl\.?|Jln\.?)(?:\s[A-Z][a-z]+){1,3}\s$")
_ADDRESS = re.compile(
    r"(?:\b(?i:rt|rw)\s?\d{1,3}\s?/|\b(?i:km)\.?\s?\d+\s?\+|\b[A-Z]{1,4}/|_|\b(?i:blok)\s[A-Z])\s?$"
)
_BACKWARD = re.compile(  # no span goes from 212 to 200
    r"(?P<a>\d(?<![\w.,/-]\d)(?<!jam \d)(?<!pukul \d)(?<!pkl \d)\d{0,3})-(?P<b>\d{1,4})(?![\w/-]|[.,]\d)"
    r"(?!\s*(?:orang|persen|%|jam|wi[bt]|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des))"
)
_PLATE = re.compile(  # by the areas that give them out: "RP 5 JT" is none
    r"[ABDEFGHKLMNPRSTWZ](?<!\w.)"
    r"(?:|(?<=A)[ABDEG]|(?<=B)[ABDEGHK-NP]|(?<=D)[A-EGHK-NRSTW]|(?<=E)[ABD]|(?<=K)[BHTU]|(?<=P)[AB])"
    r"[ -]\d{1,4}[ -][A-Z]{1,3}\b(?!\.)"
)
_OUTCOMES = "menang|kalah|skor|unggul|imbang|tertinggal"
_RATIOS = "rasio|perbandingan|skala"
_SCORE = re.compile(
    rf"\b(?:{_OUTCOMES})\b"
    r"[^.\d]{0,30}?(?P<s>\b\d{1,2}\s?[-–]\s?\d{1,2}\b)(?![\w/.-]*\d|\s*(?:orang|persen|%))"
)
_CODED = "nomor|nomer|no|perkara|registrasi|surat|kode"
_CODE_HEAD = re.compile(_CODED)
_CODE = re.compile(
    rf"(?:(?i:\b(?:{_CODED})\b)"
    r"\.?\s*:?\s*(?P<code>[A-Za-z\d]+(?:[./-][A-Za-z\d]+){1,7}))"
    r"(?P<year>\s+(?i:tahun)\s+\d{4})?"
)
_LETTER = re.compile(r"[A-Za-z]")
_AREA = re.compile(r"\d[\d.,]*\s?(?:m2|m²|meter\s+persegi|hektare|ha|orang|org|persen|%)(?!\w)")
_RATIO = re.compile(rf"\b(?:{_RATIOS})(?:\s+[a-z]+){{0,3}}?\s+(?P<s>1\s?:\s?\d{{1,7}})\b")
_GROUPS = re.compile(r"\d(?<![\w.,+-]\d)\d{2,3}(?: \d{3,4}){2,}(?![\w.,]*\d)")  # "ID 812 4455 9012"
_VERSUS = re.compile(r"\d(?<![\w.,]\d)\d?\s*(?:vs|lawan)\.?\s*\d{1,2}(?![\w.,]*\d)")
_FLIGHT = re.compile(
    r"[GIJKQS](?<!\w.)(?:(?<=G)A|(?<=I)[DNUW]|(?<=J)T|(?<=K)A|(?<=Q)[GZ]|(?<=S)J)\s?\d{2,4}\b(?!\s+(?:orang|juta|ribu))"
)
_OPENED = re.compile(r"(?:^|[\s.,;:?!])$")
_LONGEST = 16  # characters of what says that a number names
_HEAD = 90  # characters before the mark of a list that lead to it
_CLOSED = re.compile(r"\)\s")
_ENTRY = re.compile(r"\.(?:\s+[A-Z]|\s*$)")
_YEAR = re.compile(r"\s+tahun(?:\s+\d{4,5}\b|\s*$)")
_LIST_MARK = re.compile(r"(?:^|\n\s*|[.;]\s*,?|\b(?i:berikut)\b[^.:]{0,60}:\s*)$")


def links(page: Reading) -> None:
    """Take addresses and accounts: their figures count nothing."""
    low, end = page.low, 0
    for sign in _LINK_SIGN.finditer(low):
        if sign.start() < end:
            continue
        begin = sign.start()
        while begin and not low[begin - 1].isspace():
            begin -= 1
        end = _UNBROKEN.match(low, begin).end()  # type: ignore[union-attr]  # it matches anything
        for match in _LINK.finditer(low, begin, end):
            page.take(*match.span())


def phones(page: Reading) -> Iterator[Claim]:
    """Telephone numbers, scores of games and the plates of cars, told apart from figures by the unit "nomor"."""
    for start, end in _things(page):
        if page.is_free(start, end):
            page.take(start, end)
            text = page.text[start:end]
            yield Claim(ClaimKind.FIGURE, text, start, end, text, "nomor")
    for match in _PHONE.finditer(page.low):
        if page.is_free(*match.span()):
            page.take(*match.span())
            digits = "".join(letter for letter in match.group() if letter.isdecimal())
            digits = f"0{digits[2:]}" if digits.startswith("62") else digits
            yield Claim(
                ClaimKind.FIGURE, page.text[match.start() : match.end()], *match.span(), digits, "nomor"
            )


def codes(page: Reading) -> None:
    """Take the numbers of letters and cases: "Nomor W.10-HM.01-221 Tahun 2026", "145/Pid.B/2026/PN Smg"."""
    end = 0
    for head in _CODE_HEAD.finditer(page.low):
        match = _CODE.match(page.text, head.start()) if head.start() >= end else None
        if match is None:
            continue
        end = match.end()
        if page.is_free(*match.span("code")) and _LETTER.search(match["code"]):
            page.take(*match.span("code"))
            if year := match["year"]:
                page.take(match.end() - len(year), match.end())


def _things(page: Reading) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _GROUPS.finditer(page.low))
    yield from (match.span() for match in _PLATE.finditer(page.text))
    yield from (match.span() for match in _FLIGHT.finditer(page.text))
    if _says(page, _OUTCOMES):
        yield from (match.span("s") for match in _SCORE.finditer(page.low))
    yield from (match.span() for match in _VERSUS.finditer(page.low))
    if _says(page, _RATIOS):
        yield from (match.span("s") for match in _RATIO.finditer(page.low))
    yield from (match.span() for match in _BACKWARD.finditer(page.low) if int(match["b"]) <= int(match["a"]))


def _says(page: Reading, words: str) -> bool:
    """Whether a text has one of some words at all, which is found sooner than where."""
    return any(word in page.low for word in words.split("|"))


def is_in_series(page: Reading, start: int, end: int, behind: list[str]) -> bool:
    """Whether a number names one of several and counts nothing: "stadium 2", "kendaraan roda empat", "Koramil 04"."""
    if not _classifiers().isdisjoint(behind):
        return False
    begin, said = max(0, start - 40), page.text[start:end]
    if said.isdecimal() and len(said) >= 4 and said[0] != "0":
        return False
    if said.isdecimal() and said[0] == "0" and len(said) > 1:
        return True
    is_named = not page.text[begin:start].islower()  # a street or a school has capitals
    if is_named and not behind and said.isdecimal() and _STREET.search(page.text, begin, start):
        return True
    if said.isdecimal() and _MARKED.search(page.low, max(0, start - _LONGEST), start):
        return True
    if _SERIES.search(page.low, max(0, start - _LONGEST), start):
        return True
    return is_named and _SCHOOL.search(page.text, begin, start) is not None


@cache
def _classifiers() -> frozenset[str]:
    return frozenset(lexicons.told("units")["classifiers"])


def is_part_of_address(page: Reading, start: int) -> bool:
    if _AREA.match(page.low, start):
        return False  # "luas blok 480 m2"
    return bool(
        _SET.search(page.low[max(0, start - 12) : start])
        or _ADDRESS.search(page.text[max(0, start - 12) : start])
    )


def is_list_mark(page: Reading, start: int, end: int) -> bool:
    """Whether a number opens an entry of a list: "1. Pasal 67"."""
    if not page.text[start:end].isdecimal() or end - start > 2:
        return False
    if _CLOSED.match(page.text, end, end + 2) and _OPENED.search(page.text[max(0, start - 2) : start]):
        return True  # "1) kapasitas"
    return bool(_ENTRY.match(page.text, end, end + 4)) and bool(
        _LIST_MARK.search(page.text, max(0, start - _HEAD), start)
    )


def is_before_year(page: Reading, start: int, end: int) -> bool:
    """Whether a year and no duration follows: "Nomor 12 Tahun 1995" whose law is not told, "tahap 2 tahun 2026"."""
    behind = _YEAR.match(page.low, end)
    return behind is not None and bool(_SERIES.search(page.low, max(0, start - _LONGEST), start))
