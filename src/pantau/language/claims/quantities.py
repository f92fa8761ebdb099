"""Figures with what they count, money, percentages, fractions and durations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pantau.domain.claims import Bound, Claim, ClaimKind
from pantau.language.claims import lexicons, naming, numerals, ranges, subjects
from pantau.language.claims.numerals import Number
from pantau.language.claims.page import Reading

_SIGNS = re.compile(r"(us\$|a\$|s\$|\$|€|£|rp\.?|idr|usd|sgd|rm|eur|aud)\s*$")
_PAID = re.compile(
    r"\b(?:(?:mem)?bayar(?:in)?|dibayar|biaya|tarif|harga|denda|gaji|transfer|tf|upah|ongkos|pungli|pungutan|utang|hutang|rugi"
    r"|kerugian|uang|duit|setor(?:an)?|iuran|sewa|ongkir|calo|mahar|dp|saldo|modal|cicilan|tip|honor|insentif|untung|omzet|minta"
    r"|diminta(?:i|in)?|dimintai|ditarik|dipalak|tebusan|suap|sogok(?:an)?|nyogok|jajan|habis|abis|pnbp|anggaran|pagu"
    r"|dana|harta|rekening|charge|admin|nominal|alokasi)(?:nya)?(?:\s+(?:sampai|sampe|hampir|total|cuma|hanya|sekitar|kurang\s+lebih"
    r"|lebih\s+dari|malah|sebesar|senilai|lagi))?\s$"
)
_SUM = re.compile(r"(?:(?<![a-z])|(?<=\bse))(?:ribu|juta|miliar|milyar|triliun|rb|jt|m|k)$")
_SHORT_SUM = re.compile(r"(?:rb|jt)$")
_PAYING = re.compile(
    r"\b(?:(?:mem|di)?bayar(?:in|kan)?|denda|biaya|tarif|harga|pungli|pungutan|gaji|uang|duit|calo|santunan|utang|hutang|transfer"
    r"|suap|sogok(?:an)?|tebusan|kerugian|rugi|ongkos|rp|rupiah|honor|setoran|iuran|gocap|dikasih|ganti\s+rugi|(?:di|men)?cicil(?:an)?|nominal|alokasi|dialokasikan|angsuran|tip|dp)(?:nya)?\b"
)
_OF_MANY = re.compile(
    r"(?:pelamar|penghuni|pemohon|kapasitas|isi|napi|orang|warga|paspor|penduduk|pengguna|suara|penonton|tembus|capai|mencapai"
    r"|jumlah|dihuni|berjumlah|tercatat|pendaftar|peserta|eksemplar|merek|follower|pengikut|views?|like|ditonton|dihadiri|diikuti|subscriber|unduhan)(?:nya)?\s+(?:cuma\s+|hanya\s+|sekitar\s+|lebih\s+dari\s+)?$"
)
_NO_SUM = re.compile(  # a noun that is counted; none of these words is one
    r"\s+(?!(?:se[a-z]+|biar|supaya|untuk|utk|buat|per|lewat|via|ke|di|sama|tapi|tp|yg|yang|dan|atau|gara|itu|ini|sih|kak|min"
    r"|aja|dgn|krn|trs|terus|udah|sdh|tanpa|katanya|doang|lagi|jadi|setiap|tiap|sebulan|sehari|pas|kalo|kalau|karena|dari|dr|kata|alasannya)\b)[a-z]"
)
_INITIALS = re.compile(r"\([A-Z]+\)")
_BEHIND_FIGURE = re.compile(r"\d\s*\($")
_ISLANDS = re.compile(r"kepulauan\s$")
_ZEROS = re.compile(r",-|,00\b")
_GLUED = re.compile(r"(\d+)x(\d+)")
_PERCENT_SIGN = re.compile(r"\s?%")
_TIMES = re.compile(r"\s*(?:x|×|kali)\s*")
_DEGREES = re.compile(r"\s?[°º]\s?c?\b|\s?[°º]")
_FRACTION = re.compile(  # "2/3 negara"
    r"(?<![\d/.,-])([1-4])/([2-9]|10)(?![\d/])(?=\s+(?!jam|hari|bulan|tahun)[a-z])"
)
_PERCENT = ("persen", "%", "prosen")
_PARTS = {"pertiga": 3, "perempat": 4, "perlima": 5, "persepuluh": 10, "perenam": 6, "perdelapan": 8}
_PERS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "delapan": 8, "sepuluh": 10}
_IDIOMS = re.compile(r"(?:salah|satu per|satu sama|nomor)\s+$")
_BEHIND_IDIOMS = re.compile(r"\s+(?:pun\b|sama lain|per satu|suara|sisi|kata|arah|pintu|pihak|atap)\b")


@cache
def _units() -> dict[str, Any]:
    return lexicons.told("units")


def find(page: Reading) -> Iterator[Claim]:
    """Every quantity in the order of the text, its characters taken."""
    at, waiting = 0, None
    for first in numerals.heads(page):
        number = _number(page, first) if first >= at else None
        if number is None:
            continue
        at = number.last
        claim = _claim(page, number)
        if claim is None:
            continue
        page.take(claim.start, claim.end)
        if waiting is not None:
            waiting, claim = ranges.joined(page, waiting, claim)
            yield waiting
        waiting = claim
        at = max(at, page.at(claim.end))
    if waiting is not None:
        yield waiting


def _number(page: Reading, first: int) -> Number | None:
    """The number that begins with a word that nothing was read from yet."""
    word = page.words[first]
    if page.taken[word.start]:
        return None
    return _fraction(page, first) if word.word in numerals.known().fractions else numerals.at(page, first)


def _fraction(page: Reading, first: int) -> Number:
    """ "separuh", or "setengah" of the measure or magnitude behind it."""
    word = page.words[first]
    over, under = numerals.known().fractions[word.word]
    value, last = over / under, first + 1
    following = page.words[last].word if last < len(page.words) and numerals.joined(page, first) else ""
    if following in numerals.known().big:
        value, last = value * numerals.known().big[following], last + 1
    elif following in ("lusin", "kodi"):
        value, last = value * numerals.known().collective[following], last + 1
    tail = "" if last > first + 1 or following in _units()["duration"] else "fraction"
    return Number(value, first, last, word.start, page.words[last - 1].end, words=True, tail=tail)


def _following(page: Reading, number: Number, count: int) -> list[str]:
    """The words behind a number with only space between, so many at most."""
    found: list[str] = []
    for at in range(number.last, min(len(page.words), number.last + count)):
        closed = (
            not found and page.text[number.end - 1] == ")" and page.text[number.end : number.end + 1] == " "
        )
        if not closed and not numerals.joined(page, at - 1):
            break
        found.append(page.words[at].word)
    return found


def _claim(page: Reading, number: Number) -> Claim | None:
    before = page.low[max(0, number.start - 12) : number.start]
    if _is_no_quantity(page, number, before):
        return None
    number = _multiplied(page, _restated(page, number))
    share = _FRACTION.match(page.low, number.start)
    if share and int(share[1]) < int(share[2]):
        value = 100 * int(share[1]) / int(share[2])
        return _made(page, ClaimKind.PERCENTAGE, number, value, "%", share.end(), Bound.EXACT)
    bound = numerals.bound(page, number.first, number.last)
    behind = _following(page, number, 3)
    if part := _part(page, number, behind, bound):
        return part
    if claim := _money(page, number, behind, before, bound) or _percentage(page, number, behind, bound):
        return claim
    if before.endswith("ke-") or naming.is_before_year(page, number.start, number.end):
        return _counted(page, number, behind, before, bound)
    return _measured(page, number, behind, bound) or _counted(page, number, behind, before, bound)


def _is_said_twice(page: Reading, number: Number) -> bool:
    """ "sehari-hari", "dua-duanya"."""
    if not page.low.startswith("-", number.end):
        return False
    word = page.low[number.start : number.end]
    again = (f"-{word}", f"-{word[2:]}" if word.startswith("se") else f"-{word}")
    return page.low.startswith(again, number.end)


def _is_no_quantity(page: Reading, number: Number, before: str) -> bool:
    if number.words and (_is_said_twice(page, number) or page.low[number.start : number.end] == "satu-satu"):
        return True
    is_bracketed = _INITIALS.fullmatch(page.text, max(0, number.start - 1), number.end + 1)
    if is_bracketed and not _BEHIND_FIGURE.search(before):
        return True  # initials that make a word: "Lingkar Madani (LIMA)"
    if before.endswith("-") and before[-2:-1].isalpha() and not before.endswith("ke-"):
        return True
    if number.words and before.endswith("salah "):
        return True
    if number.value == 1 and number.words and _IDIOMS.search(before):
        return not before.endswith("nomor ")
    if number.words and page.low.startswith("empat mata", number.start):
        return True
    if number.value == 1 and _BEHIND_IDIOMS.match(page.low, number.end):
        return True
    if before.endswith("#"):
        return True  # "tiket #88213"
    if naming.is_part_of_address(page, number.start) or naming.is_list_mark(page, number.start, number.end):
        return True
    if number.words and _ISLANDS.search(before):
        return True
    if number.tail and number.tail not in ("%", "fraction", "x") and number.tail not in _measures():
        return not number.words
    return False


@cache
def _measures() -> frozenset[str]:
    return frozenset(
        [*_units()["duration"], *_units()["physical"], *_units()["classifiers"], "org", "jt", "an"]
    )


def _restated(page: Reading, number: Number) -> Number:
    """ "7 (tujuh) aspek" tells one number."""
    if page.text[number.end : number.end + 2] != " (" or number.last >= len(page.words):
        return number
    other = numerals.at(page, number.last)
    if other is None or other.value != number.value or page.text[other.end : other.end + 1] != ")":
        return number
    return replace(number, last=other.last, end=other.end + 1)


def _multiplied(page: Reading, number: Number) -> Number:
    """ "3 x 24 jam" and "tiga kali dua puluh empat jam" are 72 hours."""
    if times := _TIMES.match(page.low, number.end):
        at = page.at(times.end())
        if at < len(page.words) and (other := numerals.at(page, at)) and "jam" in _following(page, other, 1):
            return Number(number.value * other.value, number.first, other.last, number.start, other.end)
    if number.tail == "x" and number.last < len(page.words) and (other := numerals.at(page, number.last)):
        if other.tail or other.article:
            return number  # "3x seminggu"
        return Number(number.value * other.value, number.first, other.last, number.start, other.end)
    glued = _GLUED.fullmatch(page.words[number.first].raw.lower())
    if glued:
        value = int(glued[1]) * int(glued[2])
        return Number(value, number.first, number.last, number.start, page.words[number.first].end)
    return number


def _part(page: Reading, number: Number, behind: list[str], bound: Bound) -> Claim | None:
    """ "dua pertiga", "dua per tiga" and "sepertiga" as percentages."""
    if number.tail == "fraction":
        return _made(page, ClaimKind.PERCENTAGE, number, 100 * number.value, "%", number.end, bound)
    under = _PARTS.get(behind[0].removesuffix("nya")) if behind else None
    end = page.words[number.last].end if under else number.end
    if under is None and behind[:1] == ["per"] and len(behind) > 1 and number.words:
        under = _PERS.get(behind[1])
        end = page.words[number.last + 1].end if under else end
    if under is None or number.value >= under:
        return None
    at = page.at(end)
    if at < len(page.words) and page.words[at].word in numerals.known().big:
        value = number.value / under * numerals.known().big[page.words[at].word]
        whole = Number(value, number.first, at + 1, number.start, page.words[at].end)
        before = page.low[max(0, number.start - 12) : number.start]
        behind = _following(page, whole, 3)
        return _money(page, whole, behind, before, bound) or _counted(page, whole, behind, before, bound)
    if at < len(page.words) and page.words[at].word in _units()["duration"] and numerals.joined(page, at - 1):
        unit = page.words[at].word  # "tiga perempat jam"
        return _made(page, ClaimKind.DURATION, number, number.value / under, unit, page.words[at].end, bound)
    return _made(page, ClaimKind.PERCENTAGE, number, 100 * number.value / under, "%", end, bound)


def _money(page: Reading, number: Number, behind: list[str], before: str, bound: Bound) -> Claim | None:
    currencies = _units()["currencies"]
    sign = _SIGNS.search(before)
    for length in (3, 2, 1):
        phrase = " ".join(behind[:length])
        if len(behind) >= length and phrase in currencies and phrase not in ("m", "perak"):
            end = page.words[number.last + length - 1].end
            start = number.start - (len(sign.group()) if sign else 0)
            return _made(page, ClaimKind.MONEY, number, number.value, currencies[phrase], end, bound, start)
    if sign is None and _is_sum(page, number):
        return _made(page, ClaimKind.MONEY, number, number.value, "IDR", number.end, bound)
    if sign is None:
        return None
    end = number.end + (len(zeros.group()) if (zeros := _ZEROS.match(page.low, number.end)) else 0)
    start = number.start - len(sign.group())
    return _made(
        page, ClaimKind.MONEY, number, number.value, currencies[sign[1].rstrip(".")], end, bound, start
    )


def _is_sum(page: Reading, number: Number) -> bool:
    """Whether thousands or millions without a currency are money: they count nothing, and what stands before them or
    the sentence tells of paying."""
    if not _SUM.search(page.low[number.start : number.end]) or _OF_MANY.search(
        page.low[max(0, number.start - 24) : number.start]
    ):
        return False
    counts = _NO_SUM.match(page.low, number.end) is not None
    if _PAID.search(page.low[max(0, number.start - 36) : number.start]):
        return number.short or not counts
    if number.short and not counts and _SHORT_SUM.search(page.low[number.start : number.end]):
        return True  # "per bulan 250rb": what else is told so
    return not counts and _PAYING.search(page.sentence_text(number.start).lower()) is not None


def _percentage(page: Reading, number: Number, behind: list[str], bound: Bound) -> Claim | None:
    rest = _PERCENT_SIGN.match(page.low, number.end)
    if number.tail == "%" or rest:
        end = number.end + (len(rest.group()) if rest else 0)
    elif behind and behind[0].removesuffix("nya") in _PERCENT:
        end = page.words[number.last].end
    else:
        return None
    return _made(page, ClaimKind.PERCENTAGE, number, number.value, "%", end, bound)


def _measured(page: Reading, number: Number, behind: list[str], bound: Bound) -> Claim | None:
    """A duration or a physical quantity."""
    if degrees := _DEGREES.match(page.low, number.end):
        return _made(page, ClaimKind.FIGURE, number, number.value, "derajat", degrees.end(), bound)
    behind = [number.tail] if number.tail else behind
    if number.tail and number.tail not in _measures():
        return None
    for length in (2, 1):
        phrase = " ".join(behind[:length])
        if len(behind) < length or (phrase in ("m", "kali") and number.short):
            continue
        kind = ClaimKind.DURATION if phrase in _units()["duration"] else ClaimKind.FIGURE
        if kind is ClaimKind.DURATION or phrase in _units()["physical"]:
            last = number.last - 1 if number.tail else number.last + length - 1
            end = page.words[last].end
            if (more := _more(page, last, phrase)) is not None:
                value, end = number.value + more[0], more[1]
                number = Number(value, number.first, more[2], number.start, end, words=number.words)
            return _made(page, kind, number, number.value, phrase, end, bound)
    return None


_SMALLER = {
    "jam": ("menit", 60),
    "bulan": ("hari", 30),
    "tahun": ("bulan", 12),
    "hari": ("jam", 24),
    "menit": ("detik", 60),
}


def _more(page: Reading, last: int, unit: str) -> tuple[float, int, int] | None:
    """What "45 menit" adds to "1 jam 45 menit": the share of the larger unit, and where it ends."""
    if unit not in _SMALLER or not numerals.joined(page, last):
        return None
    smaller, count = _SMALLER[unit]
    at = last + 1
    if page.words[at].word in ("lebih", "dan", "lewat") and at + 1 < len(page.words):
        at += 1
    other = numerals.at(page, at) if numerals.joined(page, at - 1) else None
    if other is None or _following(page, other, 1) != [smaller]:
        return None
    return other.value / count, page.words[other.last].end, other.last + 1


def _counted(page: Reading, number: Number, behind: list[str], before: str, bound: Bound) -> Claim | None:
    if before.endswith(("ke-", "ke - ")):
        return _made(page, ClaimKind.FIGURE, number, number.value, "ke", number.end, bound, number.start - 3)
    unit = numerals.known().single.get(page.words[number.first].word, "") if number.article else ""
    if number.tail == "x":
        unit = "kali"  # "3x bolak-balik"
    if naming.is_in_series(page, number.start, number.end, behind[:1]):
        unit = "nomor"
    return _made(page, ClaimKind.FIGURE, number, number.value, unit, number.end, bound)


def _made(
    page: Reading,
    kind: ClaimKind,
    number: Number,
    value: float,
    unit: str,
    end: int,
    bound: Bound,
    start: int = -1,
) -> Claim:
    start = number.start if start < 0 else start
    is_measure = kind is not ClaimKind.FIGURE or unit in _units()["physical"]
    counted, subject = subjects.of(page, start, end, is_money=kind is ClaimKind.MONEY, is_measure=is_measure)
    high = None if number.high is None else numerals.whole(number.high)
    if kind is ClaimKind.FIGURE and not unit:
        unit = counted
    parts = ("short",) if number.short else ("article",) if number.article else ()
    text = page.text[start:end]
    return Claim(kind, text, start, end, numerals.whole(value), unit, subject, high, bound, parts)
