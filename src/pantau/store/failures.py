"""Turns the driver's failures into ours: those that an officer can mend get a key, the rest stay bugs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from pantau.domain.errors import Refused, StoreError

_BY_MESSAGE = {
    "database or disk is full": "store.disk-full",
    "disk I/O error": "store.io-error",
    "unable to open database file": "store.cannot-open",
    "file is not a database": "store.not-a-database",
    "database disk image is malformed": "store.damaged",
    "malformed database schema": "store.damaged",
    "Could not decode to UTF-8": "store.damaged",
    "attempt to write a readonly database": "store.read-only",
    "database is locked": "store.locked",
    "no such table": "store.not-a-pantau-database",
}


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Raises StoreError or Refused for what the driver raises inside the block, where it is known what it means."""
    try:
        yield
    except IntegrityError as error:
        if key := _refusal(str(error.orig)):
            raise Refused(key) from error
        raise
    except DBAPIError as error:
        if key := known(str(error.orig)):
            raise StoreError(key, path=str(path or "")) from error
        raise
    except UnicodeDecodeError as error:
        if is_of_driver(error):
            raise StoreError("store.damaged", path=str(path or "")) from error
        raise


def is_of_driver(error: UnicodeDecodeError) -> bool:
    """Whether the driver met bytes that are no text: in a damaged schema, which it quotes when it complains."""
    innermost = error.__traceback__
    while innermost is not None and innermost.tb_next is not None:
        innermost = innermost.tb_next
    name = "" if innermost is None else innermost.tb_frame.f_globals.get("__name__", "")
    return name.startswith(("sqlalchemy.", "pantau.store."))


def known(told: str) -> str | None:
    """The key for what the driver told; None when it is not known what that means."""
    return next((key for message, key in _BY_MESSAGE.items() if message in told), None)


def _refusal(message: str) -> str | None:
    """Triggers raise "pantau:<key>"; the key names the sentence."""
    _, marker, key = message.partition("pantau:")
    return key.split()[0] if marker and key.strip() else None
