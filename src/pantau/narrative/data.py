"""A narrative as JSON, for another program."""

from __future__ import annotations

import json

from pantau.narrative.sheet import Sheet


def render(sheet: Sheet) -> bytes:
    narrative = sheet.narrative
    told = {
        "issue": narrative.issue,
        "title": sheet.title,
        "version": narrative.number,
        "status": narrative.status.value,
        "draft": sheet.is_draft,
        "umbrella": narrative.house.umbrella,
        "messages": list(narrative.house.messages),
        "author": sheet.author,
        "edited": narrative.edited.isoformat(),
        "approved_by": sheet.approver or None,
        "approved": None if narrative.approved is None else narrative.approved.isoformat(),
        "sha256": sheet.sha,
        "chain": sheet.chain,
    }
    # A lone surrogate has no UTF-8; escaped it is still the text that was written.
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
