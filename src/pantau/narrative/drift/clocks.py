"""Times of day with their zones, against those of the narrative and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind
from pantau.narrative.drift import findings
from pantau.narrative.drift.binding import Binder, context, edges_of
from pantau.narrative.drift.days import minutes
from pantau.narrative.drift.sides import Side

_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0}
_CENTRAL = ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76")  # provinces in WITA
_EASTERN = ("81", "82", "91", "92", "93", "94", "95", "96", "97")
_LOCAL = re.compile(r"\s*waktu\s+(?!indonesia\b)\w")
_SAID_SO = len("waktu setempat")
_ZONE = re.compile(r"\b(?:WIB|WITA|WIT)\b")
_OF_PLACE = re.compile(
    r"\s*(?:\(?(?:pagi|siang|sore|malam)\s+)?(?:waktu|di|untuk|bagi|versi|jam)\s+(?:kota\s+)?"
)
_ROUGHLY = frozenset(
    ("menjelang", "jelang", "sekitar", "kira-kira", "hampir", "lewat", "selepas", "kurang", "sebelum")
)
_ROUGH = 20  # minutes that a rough time may be off
_ROUGH_MIDNIGHT = 60
_BETWEEN = re.compile(
    r"\s+(?:(?P<before>sebelum|menjelang|jelang)|setelah|sesudah|selepas|lewat(?:\s+dari)?|dari)\s+"
)
_EARLIER = frozenset(("sebelum", "sebelumnya", "awal"))
_RELATES = _EARLIER | frozenset(
    (
        "setelah", "setelahnya", "sesudah", "sesudahnya", "kemudian", "berselang", "berlangsung", "selama", "dalam",
        "memakan", "lamanya", "lama", "usai", "durasi", "penuh",
    )
)  # fmt: skip
_WORDS = 5  # behind "setelah" that name an event
_SECONDS = {"menit": 60, "jam": 3600}
_DAY = 24 * 60

Held = list[tuple[Claim, list[int]]]  # claims of the variant with the narrative's of the same value


def zoned(side: Side, *, anywhere: bool) -> list[Claim]:
    """The times of a text, each with the zone that it, its place or its sentence names; with the text's only one."""
    found = []
    every = set(_ZONE.findall(side.page.text)) if anywhere else set()
    zones_of = cache(
        lambda sentence: frozenset(_ZONE.findall(side.page.text, *side.page.sentences[sentence]))
    )
    for told in side.by_kind[ClaimKind.TIME]:
        claim = reckoned(side).get(told.start, (told, 0))[0]
        if not claim.unit and (zone := of_place(side, claim)):
            found.append(replace(claim, unit=zone))
            continue
        if any(_LOCAL.match(side.page.low, at) for at in (max(claim.start, claim.end - _SAID_SO), claim.end)):
            found.append(claim)  # the zone of a place that nobody knows
            continue
        said = set(zones_of(side.page.sentence(claim.start))) or every
        found.append(replace(claim, unit=said.pop()) if not claim.unit and len(said) == 1 else claim)
    return found


def of_place(side: Side, claim: Claim) -> str:
    """The zone of the place that a time is said of: "pukul enam di Jakarta", "06.00 waktu Makassar"."""
    match = _OF_PLACE.match(side.page.low, claim.end)
    if match is None:
        return ""
    for place in side.by_kind[ClaimKind.PLACE]:
        if place.start == match.end():
            code = place.parts[0][:2]
            return "WITA" if code in _CENTRAL else "WIT" if code in _EASTERN else "WIB"
    return ""


def is_of_zone(side: Side, place: Claim) -> bool:
    """Whether a place only says by which clock a time is told: "waktu Jakarta", "pukul enam di Jakarta"."""
    if side.page.low.endswith("waktu ", 0, place.start):
        return True
    sentence = side.page.sentence(place.start)
    here = [one for one in side.by_kind[ClaimKind.TIME] if side.page.sentence(one.start) == sentence]
    return len({one.value for one in here}) > 1 and any(
        (match := _OF_PLACE.match(side.page.low, claim.end)) and match.end() == place.start for claim in here
    )


def reckoned(side: Side) -> dict[int, tuple[Claim, int]]:
    """Times told by others, "dua puluh menit sebelum pukul sebelas", by the start of the one that stands there.

    With each the start of the length that belongs to it.
    """
    if "reckoned" not in side.memory:
        side.memory["reckoned"] = dict(_reckoned(side))
    told: dict[int, tuple[Claim, int]] = side.memory["reckoned"]
    return told


def _reckoned(side: Side) -> Iterator[tuple[int, tuple[Claim, int]]]:
    for clock in side.by_kind[ClaimKind.TIME]:
        for length in side.beside(ClaimKind.DURATION, clock.start, 1):
            between = (
                _BETWEEN.fullmatch(side.page.low, length.end, clock.start)
                if length.end < clock.start
                else None
            )
            if between is None or length.unit not in _SECONDS or clock.high or isinstance(length.value, str):
                continue
            step = round(_SECONDS[length.unit] * float(length.value or 0) / 60)
            moment = (minutes(str(clock.value)) + (-step if between["before"] else step)) % _DAY
            text, value = side.page.text[length.start : clock.end], f"{moment // 60:02}:{moment % 60:02}"
            yield clock.start, (replace(clock, text=text, start=length.start, value=value), length.start)


class Clocks:
    """The narrative's times, and those that its lengths make of them: "ditutup lima menit sebelumnya"."""

    def __init__(self, narrative: Side) -> None:
        self.side = narrative
        self.times = zoned(narrative, anywhere=True)
        self.binder = Binder(narrative, self.times)
        self.zones = {claim.unit for claim in self.times if claim.unit}
        self.made = list(_made(narrative, self.times))


def _made(side: Side, times: list[Claim]) -> Iterator[Claim]:
    """Times that lie a length of time before or behind one that stands beside it or dates the event that it names."""
    for length in side.by_kind[ClaimKind.DURATION]:
        if length.unit not in _SECONDS or not isinstance(length.value, int | float):
            continue
        first, last = side.page.at(length.start), side.page.at(length.end)
        beside = {word.word for word in side.page.words[max(0, first - 2) : first]}
        beside |= {word.word for word in side.page.words[last : last + 2]}
        step = round(length.value * _SECONDS[length.unit] / 60) * (-1 if beside & _EARLIER else 1)
        if beside.isdisjoint(_RELATES) or not 0 < abs(step) < _DAY:
            continue
        event = _event(side, last)
        for told in times:
            if _is_meant(side, told, length, event):
                for clock, is_open in clocks(told):
                    made = (clock + step) % _DAY
                    value = f"{made // 60:02}:{made % 60:02}"
                    yield replace(told, value=value, high=None, parts=("?" if is_open else "",))


def _event(side: Side, at: int) -> frozenset[str]:
    """What a length counts from: the concepts behind "setelah" or "sebelum", where these stand behind it."""
    words, found = side.page.words, set()
    if (
        at >= len(words)
        or words[at].word not in ("setelah", "sesudah", "sebelum", "usai")
        or side.page.breaks[at - 1]
    ):
        return frozenset()
    for one in range(at + 1, min(at + 1 + _WORDS, len(words))):
        if side.is_content[one]:
            found.add(side.terms[one].concept)
        if side.page.breaks[one]:
            break
    return frozenset(found)


def _is_meant(side: Side, told: Claim, length: Claim, event: frozenset[str]) -> bool:
    """Whether a length counts from a time: the event that it names is dated by it, or it is the last one before."""
    here, there = side.page.sentence(length.start), side.page.sentence(told.start)
    if event:
        return bool(event & side.in_sentence.get(there, frozenset()))
    return 0 <= here - there <= 1


def clocks(claim: Claim) -> list[tuple[int, bool]]:
    """The minutes of a time and of its end, and whether morning or afternoon is left open."""
    is_open = claim.parts[:1] == ("?",)
    found = [(minutes(str(claim.value)), is_open)]
    return [*found, (minutes(str(claim.high)), is_open)] if claim.high else found


def _tells(mine: tuple[int, bool], told: Claim, shift: int) -> bool:
    for theirs, is_open in clocks(told):
        gap = (mine[0] + shift - theirs) % _DAY
        if gap == 0 or (gap == 12 * 60 and (mine[1] or is_open)):
            return True
    return False


def _shift(claim: Claim, told: Claim) -> int:
    """Minutes to add to a time of the variant so that it is in the narrative's zone."""
    if claim.unit in _HOURS and told.unit in _HOURS:
        return 60 * (_HOURS[told.unit] - _HOURS[claim.unit])
    return 0


def check_time(claim: Claim, variant: Side, told_of: Clocks, held: Held) -> Iterator[DriftFinding]:
    """A time that the narrative neither tells nor makes, or tells in another zone; one that it tells is held."""
    if not told_of.times:
        yield findings.of_claim(FindingKind.TIME, claim, None, told_of.side)
        return
    wanted = clocks(claim)
    same = [
        number for number, told in enumerate(told_of.times) if _tells(wanted[0], told, _shift(claim, told))
    ]
    told_all = all(any(_tells(one, told, _shift(claim, told)) for told in told_of.times) for one in wanted)
    if same and told_all:
        if (
            claim.unit
            and told_of.zones
            and claim.unit not in told_of.zones
            and not any(told_of.times[number].unit for number in same)
        ):
            yield _zone(claim, told_of.times[same[0]], told_of)
        else:
            held.append((claim, same))
        return
    if _is_about(claim, variant, told_of) or _is_made(claim, wanted, told_of):
        return
    if not _states_zone(claim, variant) and any(_tells(wanted[0], told, 0) for told in told_of.times):
        return  # "pukul sepuluh, atau 11.00 WITA": the zone beside is not its own
    for told in told_of.times:
        if _tells(wanted[0], told, 0) and claim.unit and told.unit and claim.unit != told.unit:
            yield _zone(claim, told, told_of)
            return
    yield findings.of_claim(FindingKind.TIME, claim, _nearest(claim, variant, told_of), told_of.side)


def _states_zone(claim: Claim, variant: Side) -> bool:
    """Whether a time names its zone itself, or its place."""
    said = claim.text.upper()
    return said.endswith(claim.unit) or "WAKTU" in said or bool(of_place(variant, claim))


def _is_made(claim: Claim, wanted: list[tuple[int, bool]], told_of: Clocks) -> bool:
    every = [*told_of.times, *told_of.made]
    return all(any(_tells(one, told, _shift(claim, told)) for told in every) for one in wanted)


def _is_about(claim: Claim, variant: Side, told_of: Clocks) -> bool:
    """ "menjelang pukul empat pagi" of 3.50."""
    first = variant.page.at(claim.start)
    before = {word.word for word in variant.page.words[max(0, first - 2) : first]}
    near = " ".join(claim.text.lower().split()[:2])
    if before.isdisjoint(_ROUGHLY) and "sekitar" not in near:
        return False
    rough = _ROUGH_MIDNIGHT if near.startswith("tengah") else _ROUGH
    return any(
        min(gap := (minutes(str(claim.value)) + _shift(claim, told) - clock) % _DAY, _DAY - gap) <= rough
        for told in (*told_of.times, *told_of.made)
        for clock, _is_open in clocks(told)
    )


def _nearest(claim: Claim, variant: Side, told_of: Clocks) -> Claim | None:
    """The narrative's time of the same thing."""
    said = context(variant, claim, edges_of(variant, claim.kind))
    wide = variant.in_sentence.get(variant.page.sentence(claim.start), frozenset())
    binder = told_of.binder

    def fit(number: int) -> tuple[int, int]:
        told = binder.claims[number]
        theirs = binder.side.in_sentence.get(binder.side.page.sentence(told.start), frozenset())
        return len(said & binder.contexts[number]), len(wide & theirs)

    return binder.claims[max(range(len(binder.claims)), key=fit)] if binder.claims else None


def _zone(claim: Claim, told: Claim, told_of: Clocks) -> DriftFinding:
    """The same clock in another zone: the zone alone is at fault where it is written short."""
    zone = told.unit or next(iter(told_of.zones))
    if claim.text.upper().endswith(claim.unit):
        start = claim.end - len(claim.unit)
        part = Claim(claim.kind, claim.text[-len(claim.unit) :], start, claim.end, claim.unit)
        return findings.of_claim(FindingKind.ZONE, part, told, told_of.side, fix=zone)
    return findings.of_claim(FindingKind.ZONE, claim, told, told_of.side)
