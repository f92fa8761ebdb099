"""Runs programs and says what they took: seconds, processor seconds, memory of the whole process tree."""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


class Skipped(Exception):
    """This cannot be measured here; the message says why in a few words."""


@dataclass(slots=True)
class Usage:
    """What something took. `marks` are moments on the way, in seconds; `facts` what it said at its end."""

    seconds: float
    cpu: float
    peak_mib: float
    articles: int = 0
    marks: dict[str, float] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


class Watch:
    """Samples a process and its descendants, 25 times a second, until told to stop."""

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self._spent: dict[int, float] = {}
        self._peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._loop, daemon=True)
        self._thread.start()

    def _loop(self) -> None:
        while not self._stop.wait(0.04):
            self.sample()

    def sample(self) -> float:
        """Look once; the processor seconds so far, those of ended descendants as last seen."""
        resident = 0
        with suppress(psutil.Error):
            for process in [self._root, *self._root.children(recursive=True)]:
                with suppress(psutil.Error), process.oneshot():
                    resident += process.memory_info().rss
                    times = process.cpu_times()
                    self._spent[process.pid] = times.user + times.system
        self._peak = max(self._peak, resident)
        return sum(self._spent.values())

    @property
    def peak_mib(self) -> float:
        """Resident memory of the tree at its largest; what is shared counts in each process."""
        return self._peak / 2**20

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()


def run(
    command: list[str],
    *,
    env: dict[str, str] | None = None,
    limit: float = 600,
    heard: Callable[[float, str], None] | None = None,
) -> Usage:
    """Run a command to its end; `heard` gets each line of its output with the seconds since its start.

    Raises Skipped when it cannot start, fails or takes longer than `limit` seconds.
    """
    began = time.perf_counter()
    try:
        process = subprocess.Popen(
            command,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
    except OSError as error:
        raise Skipped(f"{command[0]}: {error.strerror}") from error
    watch = Watch(process.pid)
    killer = threading.Timer(limit, _end_group, [process.pid])
    killer.start()
    last = ""
    try:
        for line in process.stdout or ():
            last = line.strip() or last
            if heard:
                heard(time.perf_counter() - began, line)
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        seconds = time.perf_counter() - began
        killer.cancel()
        watch.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Skipped(f"{Path(command[0]).name} ended with {process.returncode}: {last[:200]}")
    return Usage(seconds, usage.ru_utime + usage.ru_stime, watch.peak_mib)


def _end_group(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def stand_alone() -> bool:
    """Leave the network behind but for loopback, for this process and its children; needs root on Linux.

    A reader that asks somewhere for a site's icon else waits for an answer that never comes, and is
    measured waiting. False when it cannot be done.
    """
    new_network, interface_up = 0x40000000, 0x1  # CLONE_NEWNET, IFF_UP
    if not sys.platform.startswith("linux") or ctypes.CDLL(None).unshare(new_network):
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        set_flags = 0x8914  # SIOCSIFFLAGS
        fcntl.ioctl(any_socket, set_flags, struct.pack("16sh14x", b"lo", interface_up))
    return True
