"""Documents that leave the desk: made from what was approved, written where the officer said, recorded."""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from pantau.domain.errors import NotFound, PantauError, Refused
from pantau.domain.ids import IssueId
from pantau.domain.issue import Narrative, NarrativeStatus
from pantau.domain.outcome import Done
from pantau.narrative import export as documents
from pantau.narrative.sheet import Sheet
from pantau.operations import settings
from pantau.operations.desk import Desk
from pantau.operations.issues import subject
from pantau.store.narratives import house_sha

FORMATS = documents.FORMATS


def sheet(desk: Desk, issue: IssueId, *, draft: bool = False) -> Sheet:
    """What a document would say: the version in force; with `draft`, the newest whatever its state.

    Raises NotFound, Refused "export.draft" when nothing is approved, "export.altered" when the text is not
    the one whose fingerprint was approved.
    """
    with desk.read() as tx:
        found = tx.issues.get(issue)
        narrative = _chosen(tx.narratives.of(issue), issue, draft=draft)
        names = {officer.id: officer.name for officer in tx.team.all()}
        return Sheet(
            title=found.title,
            narrative=narrative,
            author=names[narrative.author],
            approver="" if narrative.approved_by is None else names[narrative.approved_by],
            sha=_fingerprint(narrative),
            chain=tx.activity.head(),
            language=settings.read(tx).language,
        )


def _chosen(versions: Sequence[Narrative], issue: IssueId, *, draft: bool) -> Narrative:
    if not versions:
        raise NotFound("narrative.none", issue=issue)
    if draft:
        return versions[0]
    for version in versions:
        if version.status is NarrativeStatus.APPROVED:
            return version
    raise Refused("export.draft", issue=issue)


def _fingerprint(narrative: Narrative) -> str:
    sha = house_sha(narrative.house)
    if narrative.sha is not None and narrative.sha != sha:
        raise Refused("export.altered", issue=narrative.issue)
    return sha


def export(
    desk: Desk, issue: IssueId, formats: Sequence[str], folder: Path, *, draft: bool = False
) -> Done[tuple[Path, ...]]:
    """Write the narrative into a folder, a file a form, and say where they lie.

    Raises as `sheet` does, Refused "export.format", PantauError "export.cannot-write".
    """
    formats = tuple(dict.fromkeys(formats))
    documents.check(formats)
    told = sheet(desk, issue, draft=draft)
    made = {form: documents.render(told, form, draft=draft) for form in formats}
    paths = tuple(write(folder, file_name(told, form), content) for form, content in made.items())
    with desk.write() as tx:
        entry = tx.record(
            "narrative.exported",
            subject(issue),
            number=told.narrative.number,
            draft=told.is_draft,
            sha=told.sha,
            files=[path.name for path in paths],
        )
    return Done(paths, entry)


def file_name(told: Sheet, form: str) -> str:
    """Ours from the first letter on, so that no title can make a hidden, reserved or foreign name of it."""
    plain = unicodedata.normalize("NFKD", told.title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:48].strip("-")
    draft = "draf-" if told.is_draft else ""
    name = f"{draft}narasi-isu-{told.narrative.issue}-v{told.narrative.number}"
    return f"{name}-{slug}.{form}" if slug else f"{name}.{form}"


def write(folder: Path, name: str, content: bytes) -> Path:
    """Put a file whole into a folder, made if needed; one of the same name is replaced at once or not at all.

    What is no file, such as a pipe or /dev/stdout, is written to: replacing it would take it from everybody.

    Raises Refused "export.outside" for a name that is more than a name, PantauError "export.cannot-write".
    """
    if not _is_plain_name(name):
        raise Refused("export.outside", name=name)
    target = folder / name
    part = folder / f".{name}.{secrets.token_hex(4)}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return target
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise PantauError(
            "export.cannot-write", path=str(target), detail=error.strerror or str(error)
        ) from error
    return target


_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def _is_plain_name(name: str) -> bool:
    """A name on every system: no separator, stream, wildcard, control, reserved word, or dot at either end."""
    return bool(
        name
        and len(name) <= 200
        and not re.search(r'[\x00-\x1f<>:"/\\|?*]', name)
        and not name.startswith(".")
        and not name.endswith((".", " "))
        and not _RESERVED.fullmatch(name)
    )
