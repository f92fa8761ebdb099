"""`pantau narrative check TEXT --against all`: what the house said before, otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pantau import words

if TYPE_CHECKING:
    from pantau.cli.call import Call
    from pantau.narrative.memory import Contradiction, Memory, Past

ALL = ("all", "semua")


def answer(call: Call, text: str) -> None:
    """The contradictions as a check tells its findings, each with its narrative; then the issues that are alike."""
    from pantau.operations import memory

    with call.desk() as desk:
        found = memory.against_all(desk, text)
    call.answer(told(found), *_lines(found))


def told(found: Memory) -> dict[str, Any]:
    """A text is faithful if it contradicts nothing that is in force; `missing_messages` is there for scripts."""
    return {
        "findings": [_finding(one) for one in found.contradictions],
        "missing_messages": [],
        "faithful": not any(one.past.in_force for one in found.contradictions),
        "similar": [{**_past(one.past), "likeness": one.likeness} for one in found.similar],
    }


def _finding(of: Contradiction) -> dict[str, Any]:
    from pantau.evaluate import drift

    return {**drift.finding(of.finding), "sentence": of.sentence, **_past(of.past)}


def _past(of: Past) -> dict[str, Any]:
    return {
        "issue": of.issue,
        "title": of.title,
        "version": of.version,
        "approved": of.approved,
        "in_force": of.in_force,
    }


def _lines(found: Memory) -> list[str]:
    lines = [_contradiction(one) for one in found.contradictions] or [words.say("memory.none")]
    lines += [
        words.say(
            "memory.similar", issue=one.past.issue, title=one.past.title, day=words.day(one.past.approved)
        )
        for one in found.similar
    ]
    return lines


def _contradiction(of: Contradiction) -> str:
    past = of.past
    key = "memory.in-force" if past.in_force else "memory.superseded"
    standing = words.say(key, issue=past.issue, version=past.version, day=words.day(past.approved))
    kind = words.say(f"drift.kind.{of.finding.kind.value}")
    facts = {"kind": kind, "text": of.finding.text, "source": " ".join(of.finding.source.split())}
    return words.say("memory.line", place=of.finding.start, standing=standing, **facts)
