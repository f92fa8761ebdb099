"""Days of a text, and whether another text says the same or what follows from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.narrative.drift import deadlines, findings, moments
from pantau.narrative.drift.binding import Binder, Pairing, context, edges_of
from pantau.narrative.drift.clocks import Clocks, Held, check_time, zoned
from pantau.narrative.drift.days import Day, days, inside, reached
from pantau.narrative.drift.sides import Side

_DATELINE = re.compile(
    r"\s*(?:SIARAN PERS\W{1,4}|RILIS\W{1,4})?[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3}\s*"
    r"(?:,\s*[^.\n–—-]{0,34}|\([^)\n]{1,30}\)\s*)?\s?(?:[–—]|\s-)\s"
    r"|\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)?,\s*(?:[A-Z]?[a-z]+,\s*)?\d{1,2}[\s/][\w]+(?:[\s/]\d{2,4})?\s*[.:–—]\s+(?=[A-Z])"
    r"|\s*[A-Z]{4,}(?:\s+[A-Z]{3,}){0,2}\s*[.,:|/]\s+(?=[A-Z])"  # "JAKARTA. Konsultasi ..."
)
_PERIODS = frozenset(("triwulan", "kuartal", "semester", "caturwulan"))
_NEAR_MONTHS = 3
_PARTS = frozenset(("akhir", "pertengahan"))
_UNTIL = frozenset(
    (
        "sampai", "hingga", "s.d", "sd", "lambat", "lambatnya", "selambatnya", "selambat-lambatnya", "batas",
        "terakhir", "maksimal",
    )
)  # fmt: skip
_SHORT_SPAN = 5  # days between the ends of a span whose weekdays may be told one by one
_WORKWEEK = re.compile(r"\bSenin\b.{1,15}\bJumat\b", re.IGNORECASE)
_CLOSES = frozenset(("ditutup", "tutup", "berakhir"))
_BEFORE = frozenset(("sebelum", "jelang", "menjelang"))
_FROM = frozenset(("mulai", "sejak", "kembali", "dibuka", "buka", "berlaku", "per"))
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_EVENING = re.compile(r"\b(?:malam|mlm|malem)\s+$")
_BESIDE = 20  # days before and behind one of which it may be reckoned
_DAY_BEFORE = "sehari sebelum"
_ALIKE = 0.5  # of the best fit that a sentence must have for a day to be told by its day


class Timeline:
    """The narrative's days and times."""

    def __init__(self, narrative: Side) -> None:
        self.side = narrative
        self.days = days(narrative)
        self.told = tuple(self.days)  # without those that follow
        self.inside = frozenset(inside(narrative, self.days))
        self.related = frozenset(
            (*(one.day for one in moments.related(narrative)), *moments.reached(narrative))
        )
        dated = [(day.date, narrative.page.sentence(day.claim.start)) for day in self.days if day.date]
        self.deadlines = frozenset(deadlines.last_days(narrative, dated))
        self.offsets = tuple(deadlines.offsets(narrative, dated))
        self.reached = tuple(reached(narrative, self.days))
        self.date_binder = Binder(narrative, [c for c in narrative.by_kind[ClaimKind.DATE] if c.parts[2]])
        self.clocks = Clocks(narrative)
        spread = Counter(concept for number in self._sentences() for concept in self._said(number))
        self.weights = {concept: 1 / count for concept, count in spread.items()}

    def _sentences(self) -> set[int]:
        return {self.side.page.sentence(day.claim.start) for day in self.told}

    def _said(self, sentence: int) -> frozenset[str]:
        return self.side.in_sentence.get(sentence, frozenset())

    def alike(self, said: frozenset[str]) -> set[int]:
        """The sentences with days that speak of some concepts about as much as the one that does so most."""
        fits = {
            number: sum(self.weights.get(concept, 0.0) for concept in said & self._said(number))
            for number in self._sentences()
        }
        best = max(fits.values(), default=0.0)
        return {number for number, fit in fits.items() if fit >= _ALIKE * best}


def check(variant: Side, timeline: Timeline) -> Iterator[DriftFinding]:
    """Days, weekdays, times and zones of the variant that are not the narrative's."""
    held: Held = []
    begin = dateline(variant)
    for claim in variant.by_kind[ClaimKind.DATE]:
        if claim.start < begin or deadlines.is_of_writing(claim, variant):
            continue
        yield from _check_day(claim, variant, timeline, held)
    yield from _swapped(FindingKind.DATE, held, variant, timeline.date_binder)
    yield from _told_by_others(variant, timeline)
    held = []
    for claim in zoned(variant, anywhere=False):
        if deadlines.is_of_writing(claim, variant):
            continue
        yield from check_time(claim, variant, timeline.clocks, held)
    yield from _swapped(FindingKind.TIME, held, variant, timeline.clocks.binder)


def _swapped(kind: FindingKind, held: Held, variant: Side, binder: Binder) -> Iterator[DriftFinding]:
    if not held or len(binder.claims) < 2:
        return
    edges = edges_of(variant, held[0][0].kind)
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
    year, month, day = said = _parts(claim)
    weekday = int(claim.parts[3]) if claim.parts[3] else -1
    if not (year or month or day):
        yield from _check_weekday(claim, weekday, variant, timeline)
        return
    fitting = [told for told in timeline.told if _fits(*said, told) and (told.day or not day)]
    ends = int(str(claim.high)[-2:]) if claim.high else 0
    if fitting and ends:
        fitting = [told for told in fitting if _ends_too(told, (year, month, ends), timeline)]
    if not fitting:
        if not _follows_somehow(claim, variant, said, timeline):
            yield _wrong_day(claim, variant, timeline)
        return
    known = {told.weekday for told in fitting if told.weekday >= 0}
    if ends:  # "Kamis, 18-20 Agustus": the weekday may be that of either end
        known |= {told.weekday for told in timeline.told if _fits(year, month, ends, told) and known}
    if weekday >= 0 and known and weekday not in known and not _is_evening_before(claim, known, variant):
        name = _WEEKDAYS[min(known)]
        yield _weekday_finding(claim, fitting[0].claim, name, timeline)
        return
    mine = {id(told.claim) for told in fitting}
    same = [number for number, told in enumerate(timeline.date_binder.claims) if id(told) in mine]
    if day:
        held.append((claim, same))


def _parts(claim: Claim) -> tuple[int, int, int]:
    year, month, day = (int(part) if part else 0 for part in claim.parts[:3])
    return year, month, day


def _ends_too(first: Day, last: tuple[int, int, int], timeline: Timeline) -> bool:
    """Whether a span that begins with a day ends as one of the narrative's: "4-5 Desember" is none of 3 to 4."""
    if not first.claim.high and any(
        _fits(*last, other) for other in timeline.reached if other.claim is first.claim
    ):
        return True
    is_end = bool(first.claim.high) and first.day == int(str(first.claim.high)[-2:]) != _parts(first.claim)[2]
    return any(
        _fits(*last, other)
        and not (is_end and other.claim is not first.claim and not _is_told(first, timeline))
        for other in timeline.told
    )


def _is_told(day: Day, timeline: Timeline) -> bool:
    """Whether a day stands in the narrative by itself too, and not only as the end of a span."""
    return any(told.date == day.date and _parts(told.claim)[2] == day.day for told in timeline.told)


def _follows_somehow(claim: Claim, variant: Side, said: tuple[int, int, int], timeline: Timeline) -> bool:
    year, month, day = said
    if not day and (_is_known_month(year, month, timeline) or (not month and _is_relative(year, timeline))):
        return True
    if day and month and _is_inside(claim, variant, said, timeline):
        return True
    return (
        _is_of(said, timeline.related)
        or _is_derived(claim, variant, said, timeline)
        or _is_told_weekday(claim, variant, said, timeline)
        or _is_eve(claim, variant, timeline, said)
        or _is_offset(claim, variant, said, timeline)
        or _is_reckoned(claim, variant, said, timeline)
    )


def _is_of(said: tuple[int, int, int], days_told: frozenset[date]) -> bool:
    year, month, day = said
    return any(
        told.day == day and month in (0, told.month) and year in (0, told.year) for told in days_told if day
    )


def _is_offset(claim: Claim, variant: Side, said: tuple[int, int, int], timeline: Timeline) -> bool:
    """Whether a day lies as far from another as the narrative says of what the variant tells of it."""
    around = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
    return any(
        _is_of(said, frozenset((day,))) and around & timeline.side.in_sentence.get(sentence, frozenset())
        for day, sentence in timeline.offsets
    )


def _is_reckoned(claim: Claim, variant: Side, said: tuple[int, int, int], timeline: Timeline) -> bool:
    """ "wawancara tgl 7, jadi tgl 11 (4 hari kerja)": a day that the variant itself makes of another and a length."""
    sentence = variant.page.sentence(claim.start)
    dated = [
        (day, variant.page.sentence(other.start))
        for other in variant.beside(ClaimKind.DATE, claim.start, _BESIDE)
        if other is not claim and abs(variant.page.sentence(other.start) - sentence) <= 1
        for day in {told.date for told in timeline.told if told.day and _fits(*_parts(other), told)}
        if day and other.parts[2]
    ]
    return _is_of(said, frozenset(deadlines.last_days(variant, dated)))


def _is_inside(claim: Claim, variant: Side, said: tuple[int, int, int], timeline: Timeline) -> bool:
    """A day between the ends of a span that is told, 20 November of "19 sampai 21", and neither end itself."""
    if _leads(variant, claim, _UNTIL | _FROM | _BEFORE):
        return False
    ends = int(str(claim.high)[-2:]) if claim.high else 0
    known = timeline.inside | {told.date for told in timeline.told if told.date}
    if not _is_of(said, timeline.inside) or (ends and not _is_of((*said[:2], ends), frozenset(known))):
        return False
    about = context(variant, claim, edges_of(variant, claim.kind))
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
            and {(year, month)} <= {(told.year - 1, told.month) for told in timeline.told}
        )
    if (month, day) in deadlines.feasts(low) and year in {0, *(told.year for told in timeline.told)}:
        return True
    if not _leads(variant, claim, _UNTIL | _BEFORE):
        return False
    around = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
    alike = timeline.alike(around)
    ends = {end.date for end in timeline.reached if end.date and _sentence(end, timeline) in alike}
    return deadlines.ends_month(low, said) or _is_of(said, timeline.deadlines | ends)


def _sentence(day: Day, timeline: Timeline) -> int:
    return timeline.side.page.sentence(day.claim.start)


def _is_eve(claim: Claim, variant: Side, timeline: Timeline, said: tuple[int, int, int]) -> bool:
    """ "tutup sampai 17 Agustus" where the narrative opens again on the 18th, and the other way round."""
    if said[0] and not said[1]:  # "sebelum 2027" of the last days of 2026
        return _leads(variant, claim, _BEFORE) and any(
            told.year + 1 == said[0] and told.month == 12 for told in timeline.told
        )
    opens = _leads(variant, claim, _FROM | _BEFORE) or _follows(variant, claim, _FROM)
    step = 1 if _leads(variant, claim, _UNTIL) else -1 if opens else 0
    opposite = _FROM | _BEFORE if step > 0 else _UNTIL | _CLOSES
    if said[1] and not said[2] and not timeline.side.words.isdisjoint(_PERIODS):
        return True  # the months of a quarter
    if said[1] and not said[2] and _leads(variant, claim, _UNTIL | _PARTS):
        months = {told.month for told in timeline.told if told.month}
        if months and min(months) - _NEAR_MONTHS <= said[1] <= max(months) + _NEAR_MONTHS:
            return True  # by a length of time that is told, it may be
    if said[1] and not said[2]:  # "sebelum November" of the last day of October
        return _leads(variant, claim, _BEFORE) and any(
            told.month % 12 + 1 == said[1] for told in timeline.told
        )
    if not step or not said[1] or not said[2]:
        return False
    alike = timeline.alike(variant.in_sentence.get(variant.page.sentence(claim.start), frozenset()))
    for told in timeline.told:
        if told.date is None or (said[0] and told.year != said[0]) or _sentence(told, timeline) not in alike:
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
        for told in timeline.told
        if not told.day and told.weekday >= 0 and len(around & _wide(timeline.side, told.claim)) > 1
    }
    for told in timeline.told:
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
    return any(told.month == month for told in timeline.told) and any(
        told.year == year for told in timeline.told
    )


def _is_relative(year: int, timeline: Timeline) -> bool:
    """ "2025" where the narrative of 2026 has "tahun lalu", "2027" where it has "tahun depan"."""
    words = timeline.side.page.words
    years = {told.year for told in timeline.told if told.year}
    return any(
        left.word == "tahun" and year - step in years
        for left, right in pairwise(words)
        if (step := {"silam": -1, "depan": 1, "sebelumnya": -1}.get(right.word, 0))
    )


def _told_by_others(variant: Side, timeline: Timeline) -> Iterator[DriftFinding]:
    """ "tiba keesokan harinya" of what the narrative tells of two days later."""
    related = moments.related(variant)
    if not related or len({told.date for told in timeline.told if told.date}) < 2:
        return
    known = {told.date for told in timeline.told} | timeline.inside
    known |= {one.day for one in moments.related(timeline.side)}
    for one in related:
        if one.day in known or variant.page.low[one.start : one.end] in timeline.side.page.low:
            continue
        text = variant.page.text[one.start : one.end]
        said = Claim(ClaimKind.DATE, text, one.start, one.end, "", parts=("", "", "", ""))
        yield _wrong_day(said, variant, timeline)


def _check_weekday(claim: Claim, weekday: int, variant: Side, timeline: Timeline) -> Iterator[DriftFinding]:
    near = timeline.inside if len(timeline.inside) <= _SHORT_SPAN else ()
    every = (*timeline.told, *timeline.reached)
    known = {told.weekday for told in every} | {day.weekday() for day in (*near, *timeline.related)}
    known |= {
        (told.weekday - 1) % 7
        for told in every
        if told.weekday >= 0 and _DAY_BEFORE in timeline.side.page.low
    }
    if "hari kerja" in timeline.side.page.low and _WORKWEEK.search(variant.page.sentence_text(claim.start)):
        return
    if weekday >= 5 and "akhir pekan" in timeline.side.page.low:
        return
    if weekday not in known and not (known <= {-1}) and not _is_evening_before(claim, known, variant):
        first = next((told for told in timeline.told if told.weekday >= 0), None)
        fix = _WEEKDAYS[first.weekday] if first else ""
        told = first.claim if first else None
        yield findings.of_claim(FindingKind.DATE, claim, told, timeline.side, fix=fix)


def _is_evening_before(claim: Claim, known: set[int], variant: Side) -> bool:
    """ "malam Senin" is the evening of a Sunday."""
    if not claim.parts[3] or not _EVENING.search(variant.page.low, max(0, claim.start - 8), claim.start):
        return False
    return (int(claim.parts[3]) - 1) % 7 in known


def _weekday_finding(claim: Claim, told: Claim, name: str, timeline: Timeline) -> DriftFinding:
    word = claim.subject or claim.text.split()[0]
    fix = name + claim.text[len(word) :]
    return findings.of_claim(FindingKind.DATE, claim, told, timeline.side, fix=fix)


def _wrong_day(claim: Claim, variant: Side, timeline: Timeline) -> DriftFinding:
    expected = _nearest(claim, variant, timeline.date_binder)
    return findings.of_claim(FindingKind.DATE, claim, expected, timeline.side)


def _nearest(claim: Claim, variant: Side, binder: Binder) -> Claim | None:
    """The narrative's claim about the same thing."""
    said = context(variant, claim, edges_of(variant, claim.kind))
    wide = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())

    def fit(number: int) -> tuple[int, int, int]:
        told = binder.claims[number]
        theirs = binder.side.in_sentence.get(binder.side.page.sentence(told.start), frozenset())
        alike = sum(mine == other for mine, other in zip(claim.parts, told.parts, strict=False))
        return len(said & binder.contexts[number]), len(wide & theirs), alike

    return binder.claims[max(range(len(binder.claims)), key=fit)] if binder.claims else None
