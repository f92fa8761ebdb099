"""Days that follow from others, and days on which a text was only written or somebody spoke."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims.dates import MONTHS
from pantau.narrative.drift.sides import Side

_YEAR_PART = re.compile(
    r"\b(?P<part>awal|pertengahan|akhir|penghujung|pengujung)\s+(?:tahun\s+)?(?P<year>20\d\d)\b"
)
_YEAR_PARTS = {
    "awal": (1, 2, 3), "pertengahan": (5, 6, 7, 8),
    "akhir": (11, 12), "penghujung": (11, 12), "pengujung": (11, 12),
}  # fmt: skip
_MONTH_END = re.compile(rf"\b(?:akhir|penghujung|pengujung)\s+(?:bulan\s+)?({'|'.join(MONTHS)})\b")
_HEAD = re.compile(
    r"\W*(?:(?:siaran pers|rilis|press release|pengumuman)\W*)?(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2},\s*)?",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\b(?:kata|ujar|ucap|tutur|jelas|tegas|ungkap|papar|terang|imbuh|pungkas)(?:nya)?\b"
    r"[^.!?\n]{0,80},\s+(?:pada\s+)?$"
)
_UPDATE = re.compile(  # "Update per 18 November pukul 20.00 WIT: ..."
    r"\W*(?:info|update|pembaruan|siaran pers|rilis)\b(?:\s|\||per|terbaru|terkini|hari|tanggal"
    rf"|tgl|pukul|jam|wib|wita|wit|[\d/.,:()-]|{'|'.join(MONTHS)})*"
)
_REPORT = re.compile(  # "Update untuk pimpinan, 5 Nov:", "Notula rapat 5/11"
    r"\W*(?:info|update|pembaruan|siaran|rilis|laporan|lap|sitrep|notula|notulen|catatan|memo|nota|perkembangan|situasi"
    r"|kabar|buletin|press|pernyataan|ringkasan)\b(?:\W*(?!me|di|ber|ter)\w+){0,6}\W*"
)
_QUOTED = re.compile(
    r"\b(?:dikutip|dilansir|keterangan\s+(?:tertulis|pers)(?:nya)?|siaran\s+pers(?:nya)?|(?:konferensi|jumpa)\s+pers)"
    r"(?:\s+di\s+\w+)?,?\s*(?:pada\s+|tanggal\s+)?\W*$"
)
_BEHIND = 100  # characters behind a day by which it is known for one of writing
_SPOKEN = 90  # characters from a word of saying to the day of it
_LAWS = frozenset(
    (
        "undang-undang", "uu", "peraturan", "aturan", "pp", "perpres", "permen", "ketentuan", "regulasi", "perda",
    )
)  # fmt: skip
_YEARLY = re.compile(r"\b(?:periode|bulan|kurun)\s+(?:yang\s+)?sama\b|\btahun\s+(?:sebelumnya|lalu)\b")
_FEASTS = {
    "tahun baru": (1, 1), "hari kartini": (4, 21), "hari buruh": (5, 1), "kebangkitan nasional": (5, 20),
    "hari lahir pancasila": (6, 1), "kemerdekaan": (8, 17), "hut ri": (8, 17), "hari pengayoman": (8, 19),
    "sumpah pemuda": (10, 28), "hari pahlawan": (11, 10), "hari ham": (12, 10), "natal": (12, 25),
    "hari bhakti pemasyarakatan": (4, 27), "hari bakti imigrasi": (1, 26), "hari bhakti imigrasi": (1, 26),
}  # fmt: skip
_LENGTHS = {"hari": 1, "minggu": 7, "pekan": 7, "bulan": 30}
_LONGEST = 400  # days of a term that a text may reckon with
_RELATION = re.compile(
    r"\s+(?:kalender\s+)?(?:setelah|sesudah|kemudian|usai|sejak|(?P<before>sebelum|sebelumnya|menjelang))\b"
)
_APART = 1  # sentences between a day and the length that counts from it


def is_of_writing(claim: Claim, side: Side) -> bool:
    """A day on which a text was written or somebody spoke: a line of its own, "kata Kakanwil, Rabu (18/11)"."""
    page = side.page
    begin = page.text.rfind("\n", 0, claim.start) + 1
    rest = page.text[claim.end : claim.end + _BEHIND].partition("\n")[0]
    if _UPDATE.fullmatch(page.low, begin, claim.start):
        return True
    if _QUOTED.search(page.low, max(begin, claim.start - _SPOKEN), claim.start):
        return True
    if (
        rest.strip(" )")[:1] in (":", "")
        and "\n" in page.text
        and _REPORT.fullmatch(page.low, begin, claim.start)
    ):
        return True
    if "\n" in page.text and not rest.strip(" ).") and _HEAD.fullmatch(page.text, begin, claim.start):
        return True
    start, _end = page.sentences[page.sentence(claim.start)]
    before = page.text[max(start, claim.start - _SPOKEN) : claim.start]
    return bool(_SPOKE.search(before)) and not rest.strip(" )")[:1].isalnum()


def is_part_of_year(low: str, year: int, month: int) -> bool:
    """Whether a month is that of "akhir 2027" in a text in small letters; a year of 0 may be any."""
    return any(
        year in (0, int(match["year"])) and month in _YEAR_PARTS[match["part"]]
        for match in _YEAR_PART.finditer(low)
    )


def compares_years(low: str) -> bool:
    """Whether a text in small letters sets a period beside that of the year before."""
    return bool(_YEARLY.search(low))


def feasts(low: str) -> set[tuple[int, int]]:
    """The months and days of the fixed feasts that a text in small letters names."""
    return {day for name, day in _FEASTS.items() if name in low}


def ends_month(low: str, said: tuple[int, int, int]) -> bool:
    """Whether a day is the last of a month of whose end a text in small letters speaks: "akhir Agustus"."""
    year, month, day = said
    ends = {MONTHS.index(match[1]) + 1 for match in _MONTH_END.finditer(low)}
    return month in ends and day == monthrange(year or 2024, month)[1]


def is_of_law(claim: Claim, variant: Side, narrative: Side, year: int) -> bool:
    """ "undang-undang yang terbit tahun 2011" of Nomor 6 Tahun 2011."""
    words = variant.sentence_words[variant.page.sentence(claim.start)]
    return not _LAWS.isdisjoint(words) and any(
        str(year) in str(law.value) for law in narrative.by_kind[ClaimKind.LEGAL]
    )


def last_days(side: Side, dated: Sequence[tuple[date, int]]) -> Iterator[date]:
    """The last days of every length that stands beside a day, working days where the text says so.

    dated   days with the numbers of their sentences
    """
    for duration in side.by_kind[ClaimKind.DURATION]:
        length = duration.value
        days = _LENGTHS.get(duration.unit, _LONGEST)
        if not isinstance(length, int) or length * days >= _LONGEST:
            continue
        sentence = side.page.sentence(duration.start)
        is_working = side.page.low[duration.end : duration.end + 6].strip() == "kerja"
        for day, number in dated:
            if abs(number - sentence) <= _APART:
                yield from _ends(day, length, duration.unit, is_working=is_working)


def offsets(side: Side, dated: Sequence[tuple[date, int]]) -> Iterator[tuple[date, int]]:
    """Days that lie a length of time before or behind one beside it, with the sentence of the length.

    "Wawancara digelar seminggu setelah tes kesehatan berakhir", of days of that sentence or the one before.
    """
    for duration in side.by_kind[ClaimKind.DURATION]:
        relation = _RELATION.match(side.page.low, duration.end)
        if (
            relation is None
            or duration.unit not in ("hari", "minggu", "pekan")
            or not isinstance(duration.value, int)
        ):
            continue
        days = duration.value * _LENGTHS[duration.unit]
        sentence = side.page.sentence(duration.start)
        for day, number in dated:
            if 0 <= sentence - number <= _APART and days < _LONGEST:
                yield day + timedelta(days=-days if relation["before"] else days), sentence


def _ends(day: date, length: int, unit: str, *, is_working: bool) -> Iterator[date]:
    if unit == "bulan":
        months = day.month + length - 1
        year, month = day.year + months // 12, months % 12 + 1
        yield date(year, month, min(day.day, monthrange(year, month)[1]))
    elif is_working:
        yield _after_working(day, length)
    else:
        days = length * _LENGTHS[unit]
        yield from (day + timedelta(days=days), day + timedelta(days=days - 1))


def _after_working(day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
