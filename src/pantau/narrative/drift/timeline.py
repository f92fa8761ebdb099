"""Days and times of a text, what lies between them, and whether another text says the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.narrative.drift import deadlines, findings
from pantau.narrative.drift.binding import Binder, Edges, Pairing, context
from pantau.narrative.drift.days import Day, days, inside, minutes, reached
from pantau.narrative.drift.sides import Side

_DAY = 86_400
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0}
_DATELINE = re.compile(
    r"\s*(?:SIARAN PERS\W{1,4}|RILIS\W{1,4})?[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3}\s*"
    r"(?:,\s*[^.\n–—-]{0,34}|\([^)\n]{1,30}\)\s*)?\s?(?:[–—]|\s-)\s"
)
_LOCAL = re.compile(r"\s*waktu\s+(?!indonesia\b)\w")
_ZONE = re.compile(r"\b(?:WIB|WITA|WIT)\b")
_PERIODS = frozenset(("triwulan", "kuartal", "semester", "caturwulan"))
_NEAR_MONTHS = 3
_PARTS = frozenset(("akhir", "pertengahan"))
_ROUGHLY = frozenset(
    ("menjelang", "jelang", "sekitar", "kira-kira", "hampir", "lewat", "selepas", "kurang", "sebelum")
)
_ROUGH = 20  # minutes that a rough time may be off
_UNTIL = frozenset(
    (
        "sampai",
        "hingga",
        "s.d",
        "sd",
        "lambat",
        "lambatnya",
        "selambatnya",
        "selambat-lambatnya",
        "batas",
        "terakhir",
        "maksimal",
    )
)
_SHORT_SPAN = 5  # days between the ends of a span whose weekdays may be told one by one
_WORKWEEK = re.compile(r"\bSenin\b.{1,15}\bJumat\b", re.IGNORECASE)
_CLOSES = frozenset(("ditutup", "tutup", "berakhir"))
_BEFORE = frozenset(("sebelum", "jelang", "menjelang"))
_FROM = frozenset(("mulai", "sejak", "kembali", "dibuka", "buka", "berlaku", "per"))
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def zoned(side: Side, *, anywhere: bool) -> list[Claim]:
    """The times of a text, each with the zone that its sentence names; with the text's where that has but one."""
    found = []
    every = set(_ZONE.findall(side.page.text)) if anywhere else set()
    for claim in side.by_kind[ClaimKind.TIME]:
        if _LOCAL.match(side.page.low, max(claim.start, claim.end - len("waktu setempat"))):
            found.append(claim)  # the zone of the place that it speaks of
            continue
        said = set(_ZONE.findall(side.page.sentence_text(claim.start))) or every
        found.append(replace(claim, unit=said.pop()) if not claim.unit and len(said) == 1 else claim)
    return found


class Timeline:
    """The narrative's days and times."""

    def __init__(self, narrative: Side) -> None:
        self.side = narrative
        self.days = days(narrative)
        self.inside = frozenset(inside(narrative, self.days))
        dated = [(day.date, narrative.page.sentence(day.claim.start)) for day in self.days if day.date]
        self.deadlines = frozenset(deadlines.last_days(narrative, dated))
        self.days += list(reached(narrative, self.days))
        self.times = zoned(narrative, anywhere=True)
        self.date_binder = Binder(narrative, [c for c in narrative.by_kind[ClaimKind.DATE] if c.parts[2]])
        self.time_binder = Binder(narrative, self.times)
        self.zones = {claim.unit for claim in self.times if claim.unit}


Held = list[tuple[Claim, list[int]]]  # claims of the variant with the narrative's of the same value


def check(variant: Side, timeline: Timeline) -> Iterator[DriftFinding]:
    """Days, weekdays, times and zones of the variant that are not the narrative's."""
    held: Held = []
    begin = dateline(variant)
    for claim in variant.by_kind[ClaimKind.DATE]:
        if claim.start < begin or deadlines.is_of_writing(claim, variant):
            continue
        yield from _check_day(claim, variant, timeline, held)
    yield from _swapped(FindingKind.DATE, held, variant, timeline.date_binder)
    held = []
    for claim in zoned(variant, anywhere=False):
        if deadlines.is_of_writing(claim, variant):
            continue
        yield from _check_time(claim, variant, timeline, held)
    yield from _swapped(FindingKind.TIME, held, variant, timeline.time_binder)


def _swapped(kind: FindingKind, held: Held, variant: Side, binder: Binder) -> Iterator[DriftFinding]:
    if not held or len(binder.claims) < 2:
        return
    edges = Edges(variant, variant.by_kind[held[0][0].kind])
    contexts = [context(variant, claim, edges) for claim, _same in held]
    wide = [_wide(variant, claim) for claim, _same in held]
    found = Pairing(binder).swapped(contexts, [same for _claim, same in held], wide)
    for number, meant in found.items():
        yield findings.of_claim(kind, held[number][0], binder.claims[meant], binder.side)


def _wide(side: Side, claim: Claim) -> frozenset[str]:
    """What a claim's sentence is about, where it is the only one of its kind in it."""
    number = side.page.sentence(claim.start)
    key = ("sentences", claim.kind)
    if key not in side.memory:
        side.memory[key] = Counter(side.page.sentence(other.start) for other in side.by_kind[claim.kind])
    return side.in_sentence.get(number, frozenset()) if side.memory[key][number] == 1 else frozenset()


def dateline(side: Side) -> int:
    """Where the text behind "JAKARTA, 3 Mei 2026 – " begins; 0 without such a head."""
    match = _DATELINE.match(side.page.text)
    return match.end() if match else 0


def _fits(year: int, month: int, day: int, told: Day) -> bool:
    return all(
        not mine or not theirs or mine == theirs
        for mine, theirs in ((year, told.year), (month, told.month), (day, told.day))
    ) and bool(
        (month and told.month) or (year and told.year and not month) or (day and told.day and not month)
    )


def _check_day(claim: Claim, variant: Side, timeline: Timeline, held: Held) -> Iterator[DriftFinding]:
    year, month, day = (int(part) if part else 0 for part in claim.parts[:3])
    weekday = int(claim.parts[3]) if claim.parts[3] else -1
    if not (year or month or day):
        yield from _check_weekday(claim, weekday, variant, timeline)
        return
    fitting = [told for told in timeline.days if _fits(year, month, day, told) and (told.day or not day)]
    ends = int(str(claim.high)[-2:]) if claim.high else 0
    if fitting and ends:
        fitting = [
            told for told in fitting if any(_fits(year, month, ends, other) for other in timeline.days)
        ]
    if (
        not fitting
        and not day
        and (_is_known_month(year, month, timeline) or (not month and _is_relative(year, timeline)))
    ):
        return
    if (
        not fitting
        and not ends
        and day
        and month
        and _is_inside(claim, variant, (year, month, day), timeline)
    ):
        return
    if not fitting and _is_derived(claim, variant, (year, month, day), timeline):
        return
    if not fitting and _is_told_weekday(claim, variant, (year, month, day), timeline):
        return
    if not fitting:
        if not _is_eve(claim, variant, timeline, (year, month, day)):
            yield _wrong_day(claim, variant, timeline)
        return
    known = {told.weekday for told in fitting if told.weekday >= 0}
    if ends:  # "Kamis, 18-20 Agustus": the weekday may be that of either end
        known |= {told.weekday for told in timeline.days if _fits(year, month, ends, told) and known}
    if weekday >= 0 and known and weekday not in known:
        name = _WEEKDAYS[min(known)]
        yield _weekday_finding(claim, fitting[0].claim, name, timeline)
        return
    mine = {id(told.claim) for told in fitting}
    same = [number for number, told in enumerate(timeline.date_binder.claims) if id(told) in mine]
    if day:
        held.append((claim, same))


def _is_inside(claim: Claim, variant: Side, said: tuple[int, int, int], timeline: Timeline) -> bool:
    """A day between the ends of a span that is told, 20 November of "19 sampai 21", and neither end itself."""
    if _leads(variant, claim, _UNTIL | _FROM | _BEFORE):
        return False
    if not any((one.month, one.day) == said[1:] and said[0] in (0, one.year) for one in timeline.inside):
        return False
    about = context(variant, claim, Edges(variant, variant.by_kind[claim.kind]))
    spans = [number for number, told in enumerate(timeline.date_binder.claims) if told.high or not about]
    return not spans or any(about & timeline.date_binder.contexts[number] for number in spans) or not about


def _is_derived(claim: Claim, variant: Side, said: tuple[int, int, int], timeline: Timeline) -> bool:
    """Whether a day, a month or a year that the narrative does not write follows from what it does."""
    year, month, day = said
    low = timeline.side.page.low
    if not month:
        return deadlines.is_of_law(claim, variant, timeline.side, year)
    if not day:
        return deadlines.is_part_of_year(low, year, month) or (
            deadlines.compares_years(low)
            and {(year, month)} <= {(told.year - 1, told.month) for told in timeline.days}
        )
    if (month, day) in deadlines.feasts(low) and year in {0, *(told.year for told in timeline.days)}:
        return True
    return _leads(variant, claim, _UNTIL | _BEFORE) and (
        deadlines.ends_month(low, said)
        or any((end.month, end.day) == said[1:] and year in (0, end.year) for end in timeline.deadlines)
    )


def _is_eve(claim: Claim, variant: Side, timeline: Timeline, said: tuple[int, int, int]) -> bool:
    """ "tutup sampai 17 Agustus" where the narrative opens again on the 18th, and the other way round."""
    if said[0] and not said[1]:  # "sebelum 2027" of the last days of 2026
        return _leads(variant, claim, _BEFORE) and any(
            told.year + 1 == said[0] and told.month == 12 for told in timeline.days
        )
    opens = _leads(variant, claim, _FROM | _BEFORE) or _follows(variant, claim, _FROM)
    step = 1 if _leads(variant, claim, _UNTIL) else -1 if opens else 0
    opposite = _FROM | _BEFORE if step > 0 else _UNTIL | _CLOSES
    if said[1] and not said[2] and not timeline.side.words.isdisjoint(_PERIODS):
        return True  # the months of a quarter
    if said[1] and not said[2] and _leads(variant, claim, _UNTIL | _PARTS):
        months = {told.month for told in timeline.days if told.month}
        if months and min(months) - _NEAR_MONTHS <= said[1] <= max(months) + _NEAR_MONTHS:
            return True  # by a length of time that is told, it may be
    if said[1] and not said[2]:  # "sebelum November" of the last day of October
        return _leads(variant, claim, _BEFORE) and any(
            told.month % 12 + 1 == said[1] for told in timeline.days
        )
    if not step or not said[1] or not said[2]:
        return False
    for told in timeline.days:
        if told.date is None or (said[0] and told.year != said[0]):
            continue
        before = told.date - timedelta(days=step)
        if (before.month, before.day) == said[1:] and _leads(timeline.side, told.claim, opposite):
            return True
    return False


def _follows(side: Side, claim: Claim, words: frozenset[str]) -> bool:
    last = side.page.at(claim.end)
    return any(word.word in words for word in side.page.words[last : last + 3])


def _is_told_weekday(claim: Claim, variant: Side, said: tuple[int, int, int], timeline: Timeline) -> bool:
    """Whether a day is that which the narrative only names by its weekday: "Jumat malam" before Saturday the 24th."""
    around = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
    lone = {
        told.weekday
        for told in timeline.days
        if not told.day and told.weekday >= 0 and len(around & _wide(timeline.side, told.claim)) > 1
    }
    for told in timeline.days:
        if told.date is None or not said[1] or not said[2] or (said[0] and said[0] != told.year):
            continue
        for step in range(-6, 7):
            near = told.date + timedelta(days=step)
            if (near.month, near.day) == said[1:]:
                return near.weekday() in lone
    return False


def _leads(side: Side, claim: Claim, words: frozenset[str]) -> bool:
    first, sentence = side.page.at(claim.start), side.page.sentence(claim.start)
    before = range(max(0, first - 4), min(first, len(side.sentence_of)))
    return any(side.page.words[at].word in words and side.sentence_of[at] == sentence for at in before)


def _is_known_month(year: int, month: int, timeline: Timeline) -> bool:
    """A month and a year that the narrative names apart: "periode yang sama tahun 2025"."""
    return any(told.month == month for told in timeline.days) and any(
        told.year == year for told in timeline.days
    )


def _is_relative(year: int, timeline: Timeline) -> bool:
    """ "2025" where the narrative of 2026 has "tahun lalu", "2027" where it has "tahun depan"."""
    words = timeline.side.page.words
    years = {told.year for told in timeline.days if told.year}
    return any(
        left.word == "tahun" and year - step in years
        for left, right in pairwise(words)
        if (step := {"silam": -1, "depan": 1, "sebelumnya": -1}.get(right.word, 0))
    )


def _check_weekday(claim: Claim, weekday: int, variant: Side, timeline: Timeline) -> Iterator[DriftFinding]:
    near = timeline.inside if len(timeline.inside) <= _SHORT_SPAN else ()
    known = {told.weekday for told in timeline.days} | {day.weekday() for day in near}
    if "hari kerja" in timeline.side.page.low and _WORKWEEK.search(variant.page.sentence_text(claim.start)):
        return
    if weekday >= 5 and "akhir pekan" in timeline.side.page.low:
        return
    if weekday not in known and not (known <= {-1}):
        expected = next(told.claim for told in timeline.days if told.weekday >= 0)
        first = next(told.weekday for told in timeline.days if told.weekday >= 0)
        yield findings.of_claim(FindingKind.DATE, claim, expected, timeline.side, fix=_WEEKDAYS[first])


def _weekday_finding(claim: Claim, told: Claim, name: str, timeline: Timeline) -> DriftFinding:
    word = claim.subject or claim.text.split()[0]
    fix = name + claim.text[len(word) :]
    return findings.of_claim(FindingKind.DATE, claim, told, timeline.side, fix=fix)


def _wrong_day(claim: Claim, variant: Side, timeline: Timeline) -> DriftFinding:
    expected = _nearest(claim, variant, timeline.date_binder)
    return findings.of_claim(FindingKind.DATE, claim, expected, timeline.side)


def _nearest(claim: Claim, variant: Side, binder: Binder) -> Claim | None:
    """The narrative's claim about the same thing."""
    said = context(variant, claim, Edges(variant, variant.by_kind[claim.kind]))
    wide = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())

    def fit(number: int) -> tuple[int, int, int]:
        told = binder.claims[number]
        theirs = binder.side.in_sentence.get(binder.side.page.sentence(told.start), frozenset())
        alike = sum(mine == other for mine, other in zip(claim.parts, told.parts, strict=False))
        return len(said & binder.contexts[number]), len(wide & theirs), alike

    return binder.claims[max(range(len(binder.claims)), key=fit)] if binder.claims else None


def _clocks(claim: Claim) -> list[tuple[int, bool]]:
    """The minutes of a time and of its end, and whether morning or afternoon is left open."""
    is_open = claim.parts[:1] == ("?",)
    found = [(minutes(str(claim.value)), is_open)]
    return [*found, (minutes(str(claim.high)), is_open)] if claim.high else found


def _tells(mine: tuple[int, bool], told: Claim, shift: int) -> bool:
    for theirs, is_open in _clocks(told):
        gap = (mine[0] + shift - theirs) % (24 * 60)
        if gap == 0 or (gap == 12 * 60 and (mine[1] or is_open)):
            return True
    return False


def _shift(claim: Claim, told: Claim) -> int:
    """Minutes to add to a time of the variant so that it is in the narrative's zone."""
    if claim.unit in _ZONES and told.unit in _ZONES:
        return 60 * (_ZONES[told.unit] - _ZONES[claim.unit])
    return 0


def _check_time(claim: Claim, variant: Side, timeline: Timeline, held: Held) -> Iterator[DriftFinding]:
    if not timeline.times:
        yield findings.of_claim(FindingKind.TIME, claim, None, timeline.side)
        return
    wanted = _clocks(claim)
    same = [
        number for number, told in enumerate(timeline.times) if _tells(wanted[0], told, _shift(claim, told))
    ]
    told_all = all(any(_tells(one, told, _shift(claim, told)) for told in timeline.times) for one in wanted)
    if same and told_all:
        if (
            claim.unit
            and timeline.zones
            and claim.unit not in timeline.zones
            and not any(timeline.times[number].unit for number in same)
        ):
            yield _zone(claim, timeline.times[same[0]], timeline)
        else:
            held.append((claim, same))
        return
    if _is_about(claim, variant, timeline):
        return
    for told in timeline.times:
        if _tells(wanted[0], told, 0) and claim.unit and told.unit:
            yield _zone(claim, told, timeline)
            return
    yield findings.of_claim(
        FindingKind.TIME, claim, _nearest(claim, variant, timeline.time_binder), timeline.side
    )


def _is_about(claim: Claim, variant: Side, timeline: Timeline) -> bool:
    """ "menjelang pukul empat pagi" of 3.50."""
    first = variant.page.at(claim.start)
    before = {word.word for word in variant.page.words[max(0, first - 2) : first]}
    near = " ".join(claim.text.lower().split()[:2])
    if before.isdisjoint(_ROUGHLY) and "sekitar" not in near:
        return False
    return any(
        abs(minutes(str(claim.value)) + _shift(claim, told) - clock) <= _ROUGH
        for told in timeline.times
        for clock, _is_open in _clocks(told)
    )


def _zone(claim: Claim, told: Claim, timeline: Timeline) -> DriftFinding:
    """The same clock in another zone: the zone alone is at fault where it is written short."""
    zone = told.unit or next(iter(timeline.zones))
    if claim.text.upper().endswith(claim.unit):
        start = claim.end - len(claim.unit)
        part = Claim(claim.kind, claim.text[-len(claim.unit) :], start, claim.end, claim.unit)
        return findings.of_claim(FindingKind.ZONE, part, told, timeline.side, fix=zone)
    return findings.of_claim(FindingKind.ZONE, claim, told, timeline.side)
