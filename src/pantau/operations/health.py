"""What this machine has and lacks for Pantau, each with the line that mends it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pantau import words
from pantau.domain.errors import PantauError
from pantau.operations import keeping
from pantau.operations.display import has_display

# As packaging/system-libraries.sh has them: shared object and Debian package.
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# WAL needs shared memory among processes, which no network file system gives (https://sqlite.org/wal.html).
NETWORK_SYSTEMS = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
)
_WINDOWS_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
LEAST_FREE = 1024**3  # bytes: a year of a thousand sources, and the copy before an upgrade
_LOOKUP_SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class Examined:
    """`mend` is what to do or run, "" when nothing is wrong."""

    name: str
    ok: bool
    found: str
    mend: str = ""


def examine(url: str | None = None) -> list[Examined]:
    """Look at everything; nothing is changed, no database is made. Never raises for what it finds."""
    place = _place(url)
    return [
        _qt(),
        _display(),
        _keyring(),
        _database(url),
        _share(place),
        _disk(place),
        _network(),
    ]


def _said(name: str, ok: bool, key: str, **facts: object) -> Examined:
    mend = "" if ok else words.say(f"health.{name}.{key}.mend", "id", **facts)
    return Examined(name, ok, words.say(f"health.{name}.{key}", "id", **facts), mend)


def _qt() -> Examined:
    if importlib.util.find_spec("PySide6") is None:
        return _said("qt", False, "no-pyside")
    if not sys.platform.startswith("linux"):
        return _said("qt", True, "whole")
    wanted = dict(_LIBRARIES)
    if os.environ.get("DISPLAY"):
        wanted |= _SCREEN
    missing = [package for name, package in wanted.items() if not _loads(name)]
    if missing:
        return _said("qt", False, "missing", packages=" ".join(missing))
    return _said("qt", True, "whole")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _display() -> Examined:
    return _said("display", True, "there") if has_display() else _said("display", False, "none")


def _keyring() -> Examined:
    try:
        import keyring
        from keyring.backends import fail, null

        backend = keyring.get_keyring()
        if isinstance(backend, fail.Keyring | null.Keyring):
            return _said("keyring", False, "none")
        return _said("keyring", True, "there", backend=backend.name)
    except Exception as error:  # a backend is another's code and fails in ways of its own
        return _said("keyring", False, "broken", detail=type(error).__name__)


def _place(url: str | None) -> Path | None:
    try:
        return keeping.place(url)
    except PantauError:
        return None


def _database(url: str | None) -> Examined:
    place = _place(url)
    if place is not None and not place.exists():
        return _said("database", True, "not-yet", path=str(place))
    try:
        info = keeping.info(url)
    except PantauError as error:
        return Examined("database", False, words.say("health.database.broken"), words.explain(error))
    if info.schema != info.program:
        return _said("database", False, "old", schema=info.schema, program=info.program)
    return _said("database", True, "sound", url=info.url, engine=info.engine)


def _share(place: Path | None) -> Examined:
    if place is None:
        return _said("share", True, "server")
    kind = _network_system(_nearest_folder(place))
    if kind:
        return _said("share", False, "remote", path=str(place), kind=kind)
    return _said("share", True, "local")


def _network_system(folder: Path) -> str:
    """The network file system that a folder lies on, "" for a disk of this machine."""
    if sys.platform == "win32":
        anchor = folder.anchor
        remote = (
            anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _WINDOWS_REMOTE_DRIVE
        )
        return "SMB" if remote else ""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    return network_system(folder, mounts.read_text(encoding="utf-8", errors="replace"))


def network_system(folder: Path, mounts: str) -> str:
    """The network file system that a folder lies on, by the lines of /proc/mounts; "" for a disk of this machine."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _device, point, system, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if folder.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, system
    return kind if kind.startswith(NETWORK_SYSTEMS) else ""


def _nearest_folder(place: Path) -> Path:
    return next(folder for folder in place.resolve().parents if folder.exists())


def _disk(place: Path | None) -> Examined:
    folder = _nearest_folder(place if place is not None else Path.home() / "x")
    free = shutil.disk_usage(folder).free
    facts = {"gib": round(free / 1024**3, 1), "path": str(folder)}
    if free < LEAST_FREE:
        return _said("disk", False, "little", **facts)
    if place is not None and not os.access(folder, os.W_OK):
        return _said("disk", False, "read-only", **facts)
    return _said("disk", True, "enough", **facts)


def _network() -> Examined:
    """Whether names are resolved: of an outlet of the catalogue, which is not contacted."""
    from pantau.feeds import catalogue

    host = urlsplit(catalogue.load()[0].url).hostname or ""
    pool = ThreadPoolExecutor(1)
    try:
        pool.submit(socket.getaddrinfo, host, 443).result(_LOOKUP_SECONDS)
    except (OSError, TookTooLong):
        return _said("network", False, "no-names", host=host)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return _said("network", True, "names", host=host)
