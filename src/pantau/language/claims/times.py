"""Times of day, in figures or in words, with their zones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims.page import Reading
from pantau.language.claims.spoken import DAYPART, SHORT_PARTS, SMALL, TO, WORDS, small

_ZONE = r"(?:wib|wita|wit|gmt|utc|waktu\s+indonesia\s+(?:barat|tengah|timur)|waktu\s+setempat)\b"
_CLOCK = r"[012]?\d(?:[.:][0-5]\d)?"
_MINUTES = (
    rf"(?:\s+(?:lewat|lebih)\s+(?P<{{0}}p>seperempat|{SMALL})(?:\s+menit)?"
    rf"|\s+kurang\s+(?P<{{0}}l>seperempat|{SMALL})(?:\s+menit)?)"
)


def _moment(name: str) -> str:
    clock = (
        rf"(?P<{name}half>setengah\s+)?(?:(?P<{name}h>{_CLOCK})(?![\d/]|[.,:]\d|\s*(?:menit|mnt|detik)\b)"
        rf"|(?P<{name}w>(?>{WORDS}))\b(?!\s+(?:jam|hari|orang|menit|detik)))"
    )
    minutes = _MINUTES.replace("{0}", name)
    return (
        rf"(?:{clock}(?:\s+(?P<{name}d0>{DAYPART})(?=\s+(?:lewat|lebih|kurang)))?(?:{minutes})?"
        rf"(?:\s+(?P<{name}d>{DAYPART})\b)?(?:\s*(?P<{name}z>{_ZONE}))?)"
    )


_PATTERN = re.compile(
    r"\b(?=[\dpjst])(?:"
    rf"(?:(?P<after>\bsetengah\s+jam|\bseperempat\s+jam|\b{SMALL}\s+menit)\s+(?P<till>lewat|selepas|lepas|setelah|sebelum|menjelang)\s+tengah\s+malam\b(?:\s*(?P<az0>{_ZONE}))?)"
    rf"|(?:\b(?:pukul|pkl|jam|jm)\b\.?\s*(?:sekitar\s+|(?:kerja|layanan|operasional|buka|besuk)\s*:?\s+)?{_moment('a')}(?:{TO}(?:pukul\s+|pkl\.?\s*|jam\s+)?{_moment('b')})?)"
    rf"|(?<![\d.,:/])(?P<ch>[012]?\d[.:][0-5]\d)(?![\d/]|[.,:]\d)(?:{TO}(?P<eh>[012]?\d[.:][0-5]\d)(?![\d/]|[.,:]\d))?(?:\s+(?P<cd>{DAYPART})\b)?(?:\s*(?P<cz>{_ZONE}))?"
    rf"|(?<![\d.,:/])(?P<fh>[012]?\d)\s+(?P<fd>{DAYPART})\b(?:\s*(?P<fz>{_ZONE}))?"
    rf"|(?<![\d.,:/])(?P<gh>[012]?\d)\s*(?P<gz>(?:wib|wita|wit)\b)"
    rf"|(?P<setengah>\bsetengah\s+(?P<sw>{SMALL})\s+(?P<sd>{DAYPART})\b(?:\s*(?P<sz>{_ZONE}))?)"
    r"|(?P<bare>\b(?:setengah|stgh|stngh)\s+(?P<bh0>1[0-2]|[1-9])\b(?![.,]\d|\s*(?:juta|ribu|jt|rb|kg|jam|hari|bulan|tahun|meter|persen|%)))"
    r"|\btengah\s+malam\b|\btengah\s+hari\b)"
)  # fmt: skip
_HEAD = re.compile(  # with which the pattern may begin: so a search passes over all else at once
    r"[\dpjst](?<!\w.)(?:(?<=\d)|(?<=p)(?:ukul|kl)|(?<=j)a?m|(?<=s)(?:etengah|eperempat|tn?gh|atu|epuluh|ebelas|embilan)"
    r"|(?<=t)(?:engah|iga|ujuh))"
)
_SINCE = re.compile(
    r"\b(?:(?:sejak|mulai|hingga|sampai|sampe|sd|s/d|sebelum|setelah|sekitar)\s+"
    r"|(?:dimulai|selesai|mulai|berakhir|waktu|jam|pukul|dibuka|ditutup|buka|tutup|tiba|berangkat|datang|pulang)\s*:?\s+)$"
)
_COUNTED = re.compile(r"\s*(?:%|persen|juta|miliar|ribu|kg|ton|[a-z]+\s+(?:per|lebih))")
_ZONES = {"barat": "WIB", "tengah": "WITA", "timur": "WIT"}
_AFTERNOON = {"siang": range(1, 6), "sore": range(1, 12), "petang": range(1, 12), "malam": range(5, 12)}


def find(page: Reading) -> Iterator[Claim]:
    """Every time of day, its characters taken; "2 jam" is a duration and none."""
    end = 0
    for head in _HEAD.finditer(page.low):
        match = _PATTERN.match(page.low, head.start()) if head.start() >= end else None
        if match is None:
            continue
        end = match.end()
        if not page.is_free(*match.span()):
            continue
        claim = _claim(page, match)
        if claim is not None:
            page.take(claim.start, claim.end)
            yield claim


def _claim(page: Reading, match: re.Match[str]) -> Claim | None:
    got = match.groupdict()
    high: tuple[int, bool] | None = None
    if got["ah"] or got["aw"]:
        zone = got["az"] or got["bz"]
        part = got["ad"] or got["ad0"]
        later = got["bd"] or got["bd0"]
        if got["bh"] or got["bw"]:
            high = _of(got, "b", later)
        low = _of(got, "a", part or (later if high and high[0] <= 12 * 60 and later != "sore" else None))
    elif got["ch"]:
        zone, part = got["cz"], got["cd"]
        if not (zone or part or got["eh"]) and not _is_time(page, match):
            return None
        low = _minutes(got["ch"], part)
        high = _minutes(got["eh"], part) if got["eh"] else None
    elif got["fh"] or got["gh"]:
        zone = got["fz"] or got["gz"]
        low = _minutes(got["fh"] or got["gh"], got["fd"])
    elif got["setengah"]:
        zone, low = got["sz"], (_shifted(small(got["sw"]) * 60 - 30, got["sd"]), False)
    elif got["bare"]:
        zone, low = None, (int(got["bh0"]) * 60 - 30, True)
    elif got["after"]:
        said = got["after"].split()[0]
        minutes = {"setengah": 30, "seperempat": 15}.get(said) or small(said)
        is_before = got["till"] in ("sebelum", "menjelang")
        zone, low = got["az0"], (24 * 60 - minutes if is_before else minutes, False)
    else:
        zone, low = None, (0 if "malam" in match.group() else 720, False)
    if low is None or low[0] > 24 * 60 or (high and high[0] > 24 * 60):
        return None
    start, end = match.span()
    while page.text[end - 1].isspace():
        end -= 1
    parts = ("?" if low[1] else "",)
    return Claim(
        ClaimKind.TIME, page.text[start:end], start, end, _clock(low[0]), _zone(zone), "",
        _clock(high[0]) if high else None, parts=parts,
    )  # fmt: skip


def _is_time(page: Reading, match: re.Match[str]) -> bool:
    """Whether figures without zone are a time: "13:30", and "10.00" behind a date ("... 2026 pada 10.00")."""
    if "." in match["ch"]:
        if page.low.startswith((" waktu ", " wktu "), match.end()):
            return True  # "06.00 waktu Makassar"
        before = page.low[max(0, match.start() - 24) : match.start()]
        if re.match(r"0\d\.", match["ch"]) and not before.endswith(("rp", "rp ", "nomor ", "no. ")):
            return True  # no figure begins with a nought
        if _SINCE.search(before):
            return not _COUNTED.match(page.low, match.end(), match.end() + 12)
        return bool(re.search(r"\d{4}\)?,?\s+(?:pada|sekitar)\s+$", before))
    return len(match["ch"]) == 5


def _of(got: dict[str, str | None], name: str, part: str | None) -> tuple[int, bool] | None:
    """Minutes of the day and whether morning or afternoon is left open."""
    figures, worded = got[f"{name}h"], got[f"{name}w"]
    more, less = got[f"{name}p"], got[f"{name}l"]
    if figures:
        hour, _mark, minute = figures.replace(":", ".").partition(".")
        minutes = int(hour) * 60 + int(minute or 0) - (30 if got[f"{name}half"] else 0)
        stated = bool(minute)
    else:
        minutes, stated = small(worded or "0") * 60 - (30 if got[f"{name}half"] else 0), False
    if more:
        minutes += 15 if more == "seperempat" else small(more)
    if less:
        minutes -= 15 if less == "seperempat" else small(less)
    is_open = not part and not stated and 60 <= minutes < 12 * 60
    return _shifted(minutes, part), is_open


def _minutes(figures: str, part: str | None) -> tuple[int, bool]:
    hour, _mark, minute = figures.replace(":", ".").partition(".")
    return _shifted(int(hour) * 60 + int(minute or 0), part), False


def _shifted(minutes: int, part: str | None) -> int:
    """ "jam 4 sore" is 16.00, "jam 12 malam" is 0.00."""
    if part is None:
        return minutes
    part = SHORT_PARTS.get(part, part).split()[0]
    if part in _AFTERNOON and minutes // 60 in _AFTERNOON[part]:
        return minutes + 12 * 60
    if part in ("malam", "dini", "dinihari") and minutes // 60 == 12:
        return minutes - 12 * 60
    return minutes


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _zone(text: str | None) -> str:
    if not text:
        return ""
    return next(
        (zone for word, zone in _ZONES.items() if text.endswith(word)),
        "" if "setempat" in text else text.upper(),
    )
