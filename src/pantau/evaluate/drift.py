"""The drift check over labelled pairs of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pantau.domain.claims import Check, DriftFinding
from pantau.domain.errors import PantauError
from pantau.narrative.drift import check


def drift(rows: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """For each `{id, narrative, variant}` an object `{id, findings, missing_messages}`.

    `forbidden` and `facts`, lists of texts, may stand beside them.
    Raises PantauError "evaluate.bad-line" where a text is missing or is none.
    """
    for number, row in rows:
        texts = row.get("variant"), row.get("narrative")
        lists = row.get("facts") or [], row.get("forbidden") or []
        if not all(isinstance(text, str) for text in texts) or not all(
            isinstance(one, list) for one in lists
        ):
            raise PantauError("evaluate.bad-line", line=number)
        facts, forbidden = ([str(text) for text in one] for one in lists)
        found = check(str(texts[0]), str(texts[1]), facts=facts, forbidden=forbidden)
        yield {"id": row["id"], **told(found)}


def told(found: Check) -> dict[str, Any]:
    """A check as JSON."""
    return {
        "findings": [finding(one) for one in found.findings],
        "missing_messages": list(found.missing_messages),
    }


def finding(found: DriftFinding) -> dict[str, Any]:
    return {
        "kind": found.kind.value,
        "text": found.text,
        "start": found.start,
        "end": found.end,
        "expected": found.expected,
        "source": found.source,
        "fix": found.fix,
        "severity": found.severity.value,
    }
