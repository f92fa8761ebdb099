"""One engine at a time does a database's grouping and scoring: it holds the lease and renews it."""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from pantau.domain.changes import ChangeKind
from pantau.domain.errors import Refused
from pantau.store.database import Database

ENGINE = "engine"
HOLD = timedelta(seconds=30)
RENEW_SECONDS = 5.0


class EngineLease:
    """The lease as one process holds it. `holder` is host, process and a mark of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.holder = f"{socket.gethostname()[:40]}:{os.getpid()}:{uuid4().hex[:8]}"

    def take(self, now: datetime) -> None:
        """Raises Refused("engine.already-running") while another engine that lives holds it."""
        with self._database.write() as tx:
            current = tx.leases.current(ENGINE, now)
            if current is not None and _is_dead(current.holder):
                tx.leases.release(ENGINE, current.holder)
            if not tx.leases.take(ENGINE, self.holder, now, HOLD, {"pid": os.getpid()}):
                assert current is not None
                raise Refused("engine.already-running", pid=current.facts.get("pid"))
            tx.touch(ChangeKind.ENGINE, 0)

    def renew(self, now: datetime, facts: dict[str, Any]) -> bool:
        """Say that this engine lives and what it does; False when another took over meanwhile."""
        with self._database.write() as tx:
            tx.touch(ChangeKind.ENGINE, 0)
            return tx.leases.take(ENGINE, self.holder, now, HOLD, {"pid": os.getpid(), **facts})

    def release(self) -> None:
        with self._database.write() as tx:
            tx.leases.release(ENGINE, self.holder)
            tx.touch(ChangeKind.ENGINE, 0)


def _is_dead(holder: str) -> bool:
    """Whether the holder ran on this machine and its process is gone; in doubt it lives."""
    host, _, rest = holder.partition(":")
    pid = rest.partition(":")[0]
    if os.name != "posix" or host != socket.gethostname()[:40] or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return _is_zombie(int(pid))


def _is_zombie(pid: int) -> bool:
    """A killed child whose parent has not looked yet: dead for our purpose (Linux only)."""
    try:
        with Path(f"/proc/{pid}/stat").open(encoding="utf-8", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] == "Z"
    except (OSError, IndexError):
        return False
