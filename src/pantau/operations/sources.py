"""Sources: who is monitored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from pantau.domain.errors import FetchError, PantauError
from pantau.domain.ids import ActivityId, SourceId
from pantau.domain.outcome import Done
from pantau.domain.source import NewSource, Source, Tier
from pantau.feeds.destination import destination
from pantau.feeds.guard import check_address
from pantau.operations.desk import Acting, Desk

_MOST_NAMED = 200  # addresses that the record of an import holds; it counts them all
_INNER_NAMES = ("localhost", "localdomain", "local", "internal", "intranet", "lan", "home.arpa")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An address that was not taken, and the error that says why."""

    url: str
    why: PantauError


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of a list of sources."""

    added: tuple[Source, ...] = ()
    already: tuple[Source, ...] = ()
    refused: tuple[Refusal, ...] = field(default=())


def listed(desk: Desk) -> list[Source]:
    with desk.read() as tx:
        return tx.sources.all()


def check(url: str, *, intranet: bool = False) -> str:
    """The address as it is stored. Nothing is asked of the network: a name is judged again when it is resolved.

    Raises FetchError "source.bad-address", "source.credentials-in-address", or "source.refused-address"
    for a private or loopback address unless `intranet`.
    """
    place = destination(url)
    if place.ip is not None:
        check_address(place.ip, intranet=intranet)
    elif not intranet and _is_inner(place.host):
        raise FetchError("source.refused-address", host=place.host, address=place.host, kind="private")
    return place.url


def _is_inner(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in _INNER_NAMES)


def add(desk: Desk, new: NewSource) -> Done[Source]:
    """Add a source; one that is there already stays as it is. Raises FetchError as `check` does."""
    url = check(new.url, intranet=new.intranet)
    with desk.write() as tx:
        source, fresh = tx.sources.add(replace(new, url=url))
        if not fresh and (source.intranet or not new.intranet):
            return Done(source, None)
        if not fresh:
            source = tx.sources.change(source.id, intranet=True)
            entry = tx.record("source.opened-to-intranet", f"source:{source.id}", url=url)
            return Done(source, entry, undo=partial(close_to_intranet, desk, source.id))
        entry = _record_added(tx, source)
    return Done(source, entry, undo=partial(remove, desk, source.id))


def _record_added(tx: Acting, source: Source) -> ActivityId:
    return tx.record(
        "source.added", f"source:{source.id}", url=source.url, name=source.name, intranet=source.intranet
    )


def close_to_intranet(desk: Desk, source: SourceId) -> Done[Source]:
    """Have a source stand on public addresses only."""
    with desk.write() as tx:
        after = tx.sources.change(source, intranet=False)
        entry = tx.record("source.closed-to-intranet", f"source:{source}", url=after.url)
    return Done(after, entry)


def remove(desk: Desk, source: SourceId) -> Done[Source]:
    """Monitor a source no longer; its articles stay. Raises NotFound."""
    with desk.write() as tx:
        gone = tx.sources.get(source)
        tx.sources.change(source, removed=True)
        entry = tx.record("source.removed", f"source:{source}", url=gone.url, name=gone.name)
    return Done(gone, entry, undo=partial(_restore, desk, source))


def _restore(desk: Desk, source: SourceId) -> Done[Source]:
    with desk.write() as tx:
        back = tx.sources.restore(source)
        entry = tx.record("source.restored", f"source:{source}", url=back.url, name=back.name)
    return Done(back, entry, undo=partial(remove, desk, source))


def enable(desk: Desk, source: SourceId) -> Done[Source]:
    """Poll a source again, at once."""
    return _set_enabled(desk, source, enabled=True)


def disable(desk: Desk, source: SourceId) -> Done[Source]:
    """Poll a source no longer, but keep it in the list."""
    return _set_enabled(desk, source, enabled=False)


def _set_enabled(desk: Desk, source: SourceId, *, enabled: bool) -> Done[Source]:
    with desk.write() as tx:
        before = tx.sources.get(source)
        if before.enabled == enabled:
            return Done(before, None)
        after = tx.sources.change(source, enabled=enabled)
        kind = "source.enabled" if enabled else "source.disabled"
        entry = tx.record(kind, f"source:{source}", url=after.url, name=after.name)
    return Done(after, entry, undo=partial(_set_enabled, desk, source, enabled=not enabled))


def describe(desk: Desk, source: SourceId, name: str, tier: Tier, region: str | None) -> Done[Source]:
    """Correct what is known of a source: its name, how far its word carries, its region's code."""
    with desk.write() as tx:
        before = tx.sources.get(source)
        if (before.name, before.tier, before.region) == (name, tier, region):
            return Done(before, None)
        after = tx.sources.change(source, name=name, tier=tier.value, region=region)
        was = {"name": before.name, "tier": before.tier, "region": before.region}
        entry = tx.record(
            "source.described", f"source:{source}", was=was, name=name, tier=tier, region=region
        )
    undo = partial(describe, desk, source, before.name, before.tier, before.region)
    return Done(after, entry, undo=undo)


def add_all(desk: Desk, wanted: Iterable[NewSource]) -> Done[ImportResult]:
    """Add many in one transaction. What may not be added is told, the rest is added."""
    known = {source.url: source for source in listed(desk)}
    sound, already, refused = _judged(wanted, known)
    added: list[Source] = []
    with desk.write() as tx:
        for new in sound:
            source, fresh = tx.sources.add(new)
            (added if fresh else already).append(source)
        entry = _record_import(tx, added, len(already), len(refused)) if added else None
    result = ImportResult(tuple(added), tuple(already), tuple(refused))
    return Done(result, entry, undo=partial(_remove_all, desk, result) if added else None)


def _record_import(tx: Acting, added: list[Source], already: int, refused: int) -> ActivityId:
    named = [source.url for source in added[:_MOST_NAMED]]
    counts = {"added": len(added), "already": already, "refused": refused}
    return tx.record("source.imported", "source:0", urls=named, **counts)


def _judged(
    wanted: Iterable[NewSource], known: Mapping[str, Source]
) -> tuple[list[NewSource], list[Source], list[Refusal]]:
    """What may be added, what stands on the intranet and is known as such, and what is refused."""
    sound: list[NewSource] = []
    already: list[Source] = []
    refused: list[Refusal] = []
    for new in wanted:
        try:
            sound.append(replace(new, url=check(new.url, intranet=new.intranet)))
        except FetchError as why:
            source = known.get(destination(new.url).url) if why.key == "source.refused-address" else None
            if source is not None:
                already.append(source)
            else:
                refused.append(Refusal(new.url, why))
    return sound, already, refused


def _remove_all(desk: Desk, imported: ImportResult) -> Done[ImportResult]:
    with desk.write() as tx:
        for source in imported.added:
            tx.sources.change(source.id, removed=True)
        entry = tx.record("source.import-undone", "source:0", removed=len(imported.added))
    return Done(ImportResult(), entry)


def import_opml(desk: Desk, content: bytes, *, intranet: bool = False) -> Done[ImportResult]:
    """Add what an OPML file lists. An address that the file names twice is there already the second time.

    intranet  marks every source of the file as allowed to stand on private and loopback addresses
    Raises PantauError "opml.not-opml".
    """
    from pantau.feeds import opml  # lxml and nh3 are dear at a start, and lists are rarely read

    listing = opml.read(content)
    again = [NewSource(refusal.url) for refusal in listing.refused if refusal.why == opml.REPEATED]
    done = add_all(desk, [replace(new, intranet=intranet) for new in (*listing.feeds, *again)])
    unread = [
        _refusal(url, why, intranet, is_address=why == opml.BAD_ADDRESS)
        for url, why in listing.refused
        if why != opml.REPEATED
    ]
    return replace(done, value=replace(done.value, refused=(*unread, *done.value.refused)))


def _refusal(url: str, why: str, intranet: bool, *, is_address: bool) -> Refusal:
    """Our own judgement says more of an address than that it is bad."""
    try:
        check(url, intranet=intranet)
    except FetchError as error:
        return Refusal(url, error if is_address else PantauError(why))
    return Refusal(url, PantauError(why))


def export_opml(desk: Desk) -> bytes:
    """All sources as an OPML file."""
    from pantau.feeds import opml

    return opml.write(listed(desk), "Pantau")


def install_catalogue(desk: Desk) -> Done[ImportResult]:
    """Add the shipped sources that are not there yet."""
    from pantau.feeds import catalogue

    return add_all(desk, catalogue.load())
