"""Texts before they leave the desk: the safety gate, and what differs from the approved narrative.

The gate and the drift check are imported when they are first asked: their words cost a sixth of a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from pantau.domain.claims import DriftFinding, Severity
from pantau.domain.errors import Refused
from pantau.domain.ids import IssueId
from pantau.domain.issue import House, Narrative, NarrativeStatus
from pantau.domain.outcome import Done
from pantau.operations.desk import Desk
from pantau.operations.issues import subject
from pantau.store.transaction import Transaction

if TYPE_CHECKING:
    from pantau.narrative.gate import GateFinding

LARGEST = 40_000  # characters, some 5,500 words: beyond that a check holds up whoever shares the interpreter
_WAIVED, _WITHDRAWN = "check.waived", "check.waiver-withdrawn"
_ALL = 1_000_000


class Origin(StrEnum):
    """Which check speaks."""

    GATE = "gate"
    DRIFT = "drift"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says of some words; `start` and `end` are string indices in the text that was given.

    rule      the gate's rule ("child-identity") or the kind of drift ("figure")
    sentence  where the words stand: a waiver holds for these words in this sentence
    why       the gate's sentence for the officer as `words.say` takes it: its key and its facts; ("", ()) for drift
    expected  what the narrative says instead, "" where it says nothing of the kind
    source    the narrative's sentence (or the issue's fact), "" where none speaks of it
    fix       what to put in place of the words, "" where a person has to write it
    """

    origin: Origin
    rule: str
    text: str
    start: int
    end: int
    severity: Severity
    sentence: str
    why: tuple[str, tuple[tuple[str, object], ...]] = ("", ())
    expected: str = ""
    source: str = ""
    fix: str = ""

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """The same for the same words in the same sentence, wherever that stands."""
        return (self.origin.value, self.rule, _squeezed(self.text), _squeezed(self.sentence))


@dataclass(frozen=True, slots=True)
class Proof:
    """The gate on a narrative: the remarks of the umbrella and of each key message, and how many were waived."""

    parts: tuple[tuple[Remark, ...], ...]
    waived: int = 0

    @property
    def count(self) -> int:
        return sum(len(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A text beside the narrative in force; `narrative` None: none was approved, only the gate has read it.

    facts    further sentences that hold beside the narrative
    missing  messages of the narrative that the text leaves out, in its words
    """

    narrative: Narrative | None
    facts: tuple[str, ...]
    remarks: tuple[Remark, ...]
    missing: tuple[str, ...]
    waived: int = 0


def proofread(desk: Desk, issue: IssueId, house: House) -> Proof:
    """What the gate finds in a narrative as it stands; its parts are read as one text. Raises Refused when too long."""
    texts = (house.umbrella, *house.messages)
    whole = "\n".join(texts)
    with desk.read() as tx:
        waived = _waived(tx, issue)
    remarks = _gate(whole)
    kept = [remark for remark in remarks if remark.identity not in waived]
    return Proof(_parted(kept, texts), len(remarks) - len(kept))


def compare(desk: Desk, issue: IssueId, text: str) -> Comparison:
    """A text from anywhere against the approved narrative and the facts of its issue, and through the gate.

    The gate's advice on style is left out: the text is somebody else's. Raises Refused when it is too long.
    """
    with desk.read() as tx:
        versions = tx.narratives.of(issue)
        facts = tuple(fact.text for fact in tx.issues.facts(issue))
        waived = _waived(tx, issue)
    approved = next((one for one in versions if one.status is NarrativeStatus.APPROVED), None)
    remarks = [remark for remark in _gate(text) if remark.severity is not Severity.INFO]
    missing: tuple[str, ...] = ()
    if approved is not None and text.strip():
        drift, missing = _drift(text, approved.house, facts)
        remarks = sorted([*drift, *remarks], key=lambda one: (one.start, one.end))
    kept = tuple(remark for remark in remarks if remark.identity not in waived)
    return Comparison(approved, facts, kept, missing, len(remarks) - len(kept))


def waive(desk: Desk, issue: IssueId, remark: Remark, why: str) -> Done[Remark]:
    """Let a remark pass with a reason, which the record keeps. Raises Refused "checking.why-needed"."""
    why = why.strip()
    if not why:
        raise Refused("checking.why-needed")
    return _record(desk, issue, remark, _WAIVED, why)


def withdraw_waiver(desk: Desk, issue: IssueId, remark: Remark, why: str = "") -> Done[Remark]:
    """Have a remark made again; `why` is the reason for which it had been waived."""
    return _record(desk, issue, remark, _WITHDRAWN, why)


def _record(desk: Desk, issue: IssueId, remark: Remark, kind: str, why: str) -> Done[Remark]:
    origin, rule, _text, _sentence = remark.identity
    with desk.write() as tx:
        tx.issues.get(issue)
        told = {"text": remark.text, "sentence": remark.sentence, "why": why}
        entry = tx.record(kind, subject(issue), check=origin, rule=rule, **told)
    back = withdraw_waiver if kind == _WAIVED else waive
    return Done(remark, entry, undo=partial(back, desk, issue, remark, why))


def _waived(tx: Transaction, issue: IssueId) -> set[tuple[str, str, str, str]]:
    """The identities of what was waived on an issue and not taken back."""
    found: set[tuple[str, str, str, str]] = set()
    for entry in reversed(tx.activity.of(subject(issue), limit=_ALL)):
        if entry.kind in (_WAIVED, _WITHDRAWN):
            check, rule, text, sentence = (
                str(entry.facts.get(name, "")) for name in ("check", "rule", "text", "sentence")
            )
            identity = (check, rule, _squeezed(text), _squeezed(sentence))
            (found.add if entry.kind == _WAIVED else found.discard)(identity)
    return found


def _gate(text: str) -> list[Remark]:
    _check_length(text)
    from pantau.language.claims import Reading
    from pantau.narrative import gate

    findings = gate.check(text)
    reading = Reading(text)
    return [
        Remark(
            Origin.GATE,
            one.rule,
            one.text,
            one.start,
            one.end,
            Severity(one.severity.value),
            reading.sentence_text(one.start),
            why=(one.key, one.facts),
            fix=_mended(one),
        )
        for one in findings
    ]


def _mended(one: GateFinding) -> str:
    """What the gate's advice on words comes to where it is one wording; all else takes a person."""
    told = dict(one.facts)
    if "short" in told:
        return f"{told.get('long')} ({told['short']})"
    better = str(told.get("better", ""))
    if not better or better.startswith("(") or "," in better:
        return ""
    return better[:1].upper() + better[1:] if one.text[:1].isupper() else better


def _drift(text: str, house: House, facts: tuple[str, ...]) -> tuple[list[Remark], tuple[str, ...]]:
    from pantau.language.claims import Reading
    from pantau.narrative import drift

    found = drift.check(text, "\n".join([house.umbrella, *house.messages]), facts=facts)
    reading = Reading(text)
    remarks = [
        Remark(
            Origin.DRIFT,
            one.kind.value,
            one.text,
            one.start,
            one.end,
            one.severity,
            reading.sentence_text(one.start),
            expected=one.expected,
            source=one.source,
            fix=_cased(one),
        )
        for one in found.findings
    ]
    return remarks, found.missing_messages


def _cased(one: DriftFinding) -> str:
    """The fix with a small or capital letter as it stands in the text, where the narrative began a sentence with it."""
    fix, text = one.fix, one.text
    if text[:1].isupper() and fix[:1].islower():
        return fix[:1].upper() + fix[1:]
    begins = one.source.lstrip("\"“‘'").startswith(fix)
    if text[:1].islower() and begins and fix[:1].isupper() and not fix[:2].isupper():
        return fix[:1].lower() + fix[1:]
    return fix


def _parted(remarks: Iterable[Remark], texts: tuple[str, ...]) -> tuple[tuple[Remark, ...], ...]:
    """Remarks on the joined text as remarks on its parts; one that runs on into the next part ends with its own."""
    parts: list[tuple[Remark, ...]] = []
    begin, left = 0, list(remarks)
    for text in texts:
        end = begin + len(text)
        parts.append(
            tuple(
                replace(one, start=one.start - begin, end=min(one.end, end) - begin)
                for one in left
                if begin <= one.start < end
            )
        )
        begin = end + 1
    return tuple(parts)


def _check_length(text: str) -> None:
    if len(text) > LARGEST:
        raise Refused("checking.too-long", length=len(text), most=LARGEST)


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()
