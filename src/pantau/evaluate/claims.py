"""The claims of labelled texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pantau.domain.claims import Claim
from pantau.language.claims import read


def claims(rows: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """For each `{id, text}` an object `{id, claims}`."""
    for _number, row in rows:
        yield {"id": row["id"], "claims": [told(claim) for claim in read(str(row.get("text") or ""))]}


def told(claim: Claim) -> dict[str, Any]:
    """A claim as JSON; a span has its ends as the two values of a list."""
    value = claim.value if claim.high is None else [claim.value, claim.high]
    return {
        "kind": claim.kind.value,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "value": value,
        "unit": claim.unit,
        "subject": claim.subject,
    }
