"""A virtual screen with a session bus and a home folder of its own, for programs that need a window."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from measuring import Skipped

WIDTH, HEIGHT = 1366, 768


class Screen:
    """Xvfb and D-Bus. `home` gets the folders that programs keep their settings and data in."""

    def __init__(self, home: Path) -> None:
        for tool in ("Xvfb", "dbus-daemon"):
            if not shutil.which(tool):
                raise Skipped(f"{tool} is not installed")
        self._processes: list[subprocess.Popen[str]] = []
        folders = {name: home / name for name in ("config", "data", "cache", "run", "screen")}
        for folder in folders.values():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._picture = folders["screen"] / "Xvfb_screen0"
        self.env = {
            **os.environ,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(folders["config"]),
            "XDG_DATA_HOME": str(folders["data"]),
            "XDG_CACHE_HOME": str(folders["cache"]),
            "XDG_RUNTIME_DIR": str(folders["run"]),
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
        }
        self.env["DISPLAY"] = self._start_display(folders["screen"])
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()

    def _start_display(self, folder: Path) -> str:
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            size,
            "-nolisten",
            "tcp",
            "-fbdir",
            str(folder),
        ]
        self._processes.append(self.start(command, pass_fds=(writing,)))
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise Skipped("Xvfb did not start")
        return f":{number}"

    def _start_bus(self) -> str:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        bus = self.start(command, stdout=subprocess.PIPE)
        self._processes.append(bus)
        address = bus.stdout.readline().strip() if bus.stdout else ""
        if not address:
            raise Skipped("the session bus did not start")
        return address

    def start(
        self, command: list[str], *, stdout: int = subprocess.DEVNULL, pass_fds: tuple[int, ...] = ()
    ) -> subprocess.Popen[str]:
        """Start a program on this screen; it is ended with `close` if it was given to `keep`."""
        return subprocess.Popen(
            command,
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
            text=True,
            pass_fds=pass_fds,
            start_new_session=True,
        )

    def keep(self, process: subprocess.Popen[str]) -> None:
        self._processes.append(process)

    def colours(self) -> tuple[int, int]:
        """How many colours are on the screen now, and how many pixels are not the empty background's.

        Read from the file in which Xvfb keeps its picture (XWD), every third pixel.
        """
        data = memoryview(self._picture.read_bytes())
        head = struct.unpack_from(">25I", data)
        start = head[0] + head[19] * 12  # header, then a table of colours
        pixels = data[start : start + head[12] * head[5]].cast("I")[::3].tolist()
        return len(set(pixels)), 3 * (len(pixels) - pixels.count(0))

    def wait_for_paint(self, program: subprocess.Popen[str], limit: float = 60) -> float:
        """The moment (`time.perf_counter`) at which a window of some size has something painted in it."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            colours, covered = self.colours()
            if colours > 8 and covered > 300 * 200:
                return time.perf_counter()
            if program.poll() is not None:
                raise Skipped(f"it ended with {program.returncode} before anything was painted")
            time.sleep(0.005)
        raise Skipped(f"nothing was painted within {limit:.0f} s")

    def close(self) -> None:
        """End what was started here, programs before the bus, the bus before the screen."""
        for process in reversed(self._processes):
            end(process)


def end(process: subprocess.Popen[str]) -> None:
    """Ask a program and its group to end, and see to it after three seconds."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(3)
            if number == signal.SIGKILL:
                return
