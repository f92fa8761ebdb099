"""Numbers that name and do not count: telephones, plates, addresses, one of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.language.claims.page import Reading

_PHONE = re.compile(r"(?<![\w.,/-])(?:(?:\+?62|0)[\d -]{7,14}\d|1500[ -]?\d{3}(?![\d.,]\d|\d))")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w.-]+@[\w.-]+\.\w+|@[a-z_][\w.]*|\b(?:[a-z0-9-]+\.)+(?:go\.id|co\.id|or\.id|com|id|net|org)\b[/\w.?=&-]*"
)
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
    r"(?<![\w.,/-])(?<!jam )(?<!pukul )(?<!pkl )(?P<a>\d{1,4})-(?P<b>\d{1,4})(?![\w/-]|[.,]\d)"
    r"(?!\s*(?:orang|persen|%|jam|wi[bt]|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des))"
)
_PLATE = re.compile(  # by the areas that give them out: "RP 5 JT" is none
    r"\b(?:[ABDEFGHKLMNPRSTWZ]|A[ABDEG]|B[ABDEGHK-NP]|D[A-EGHK-NRSTW]|E[ABD]|K[BHTU]|P[AB])"
    r"[ -]\d{1,4}[ -][A-Z]{1,3}\b(?!\.)"
)
_SCORE = re.compile(
    r"\b(?:menang|kalah|skor|unggul|imbang|tertinggal)\b[^.\d]{0,30}?(?P<s>\b\d{1,2}\s?[-–]\s?\d{1,2}\b)(?![\w/.-]*\d|\s*(?:orang|persen|%))"
)
_CODE = re.compile(
    r"(?:(?i:\b(?:nomor|nomer|no|perkara|registrasi|surat|kode)\b)\.?\s*:?\s*(?P<code>[A-Za-z\d]+(?:[./-][A-Za-z\d]+){1,7}))"
    r"(?P<year>\s+(?i:tahun)\s+\d{4})?"
)
_AREA = re.compile(r"\d[\d.,]*\s?(?:m2|m²|meter\s+persegi|hektare|ha|orang|org|persen|%)(?!\w)")
_RATIO = re.compile(r"\b(?:rasio|perbandingan|skala)(?:\s+[a-z]+){0,3}?\s+(?P<s>1\s?:\s?\d{1,7})\b")
_GROUPS = re.compile(r"(?<![\w.,+-])\d{3,4}(?: \d{3,4}){2,}(?![\w.,]*\d)")  # "ID 812 4455 9012"
_VERSUS = re.compile(r"(?<![\w.,])\d{1,2}\s*(?:vs|lawan)\.?\s*\d{1,2}(?![\w.,]*\d)")
_FLIGHT = re.compile(r"\b(?:GA|ID|IN|IU|IW|JT|KA|QG|QZ|SJ)\s?\d{2,4}\b(?!\s+(?:orang|juta|ribu))")
_OPENED = re.compile(r"(?:^|[\s.,;:?!])$")
_HEAD = 90  # characters before the mark of a list that lead to it
_LIST_MARK = re.compile(r"(?:^|\n\s*|[.;]\s*,?|\b(?i:berikut)\b[^.:]{0,60}:\s*)$")


def links(page: Reading) -> None:
    """Take addresses, accounts and telephone numbers: their figures count nothing."""
    for match in _LINK.finditer(page.low):
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
    for match in _CODE.finditer(page.text):
        if page.is_free(*match.span("code")) and re.search(r"[A-Za-z]", match["code"]):
            page.take(*match.span("code"))
            if year := match["year"]:
                page.take(match.end() - len(year), match.end())


def _things(page: Reading) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _GROUPS.finditer(page.low))
    yield from (match.span() for match in _PLATE.finditer(page.text))
    yield from (match.span() for match in _FLIGHT.finditer(page.text))
    yield from (match.span("s") for match in _SCORE.finditer(page.low))
    yield from (match.span() for match in _VERSUS.finditer(page.low))
    yield from (match.span("s") for match in _RATIO.finditer(page.low))
    yield from (match.span() for match in _BACKWARD.finditer(page.low) if int(match["b"]) <= int(match["a"]))


def is_in_series(page: Reading, start: int, end: int, behind: list[str]) -> bool:
    """Whether a number names one of several and counts nothing: "stadium 2", "kendaraan roda empat", "Koramil 04"."""
    if {*behind} & {*lexicons.told("units")["classifiers"]}:
        return False
    before, said = page.text[max(0, start - 40) : start], page.text[start:end]
    if said.isdecimal() and len(said) >= 4 and said[0] != "0":
        return False
    if said.isdecimal() and said[0] == "0" and len(said) > 1:
        return True
    if not behind and said.isdecimal() and _STREET.search(before):
        return True
    if said.isdecimal() and _MARKED.search(before.lower()):
        return True
    return bool(_SERIES.search(before.lower()) or _SCHOOL.search(before))


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
    if re.match(r"\)\s", page.text[end : end + 2]) and _OPENED.search(page.text[max(0, start - 2) : start]):
        return True  # "1) kapasitas"
    return bool(re.match(r"\.(?:\s+[A-Z]|\s*$)", page.text[end : end + 4])) and bool(
        _LIST_MARK.search(page.text, max(0, start - _HEAD), start)
    )


def is_before_year(page: Reading, start: int, end: int) -> bool:
    """Whether a year and no duration follows: "Nomor 12 Tahun 1995" whose law is not told, "tahap 2 tahun 2026"."""
    behind = re.match(r"\s+tahun(?:\s+\d{4,5}\b|\s*$)", page.low[end:])
    return behind is not None and bool(_SERIES.search(page.low[max(0, start - 40) : start]))
