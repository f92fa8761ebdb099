from __future__ import annotations

from pathlib import Path

import pytest

from pantau.operations import Desk, display, health


def by_name(url: str | None) -> dict[str, health.Examined]:
    return {one.name: one for one in health.examine(url)}


def test_everything_is_looked_at_and_each_lack_has_a_remedy(tmp_path: Path) -> None:
    found = by_name(str(tmp_path / "belum-ada.db"))
    assert list(found) == ["qt", "display", "keyring", "database", "share", "disk", "network"]
    for one in found.values():
        assert one.found
        assert not one.found.startswith("health.")
        assert bool(one.mend) is not one.ok
        assert not one.mend.startswith("health.")


def test_looking_makes_no_database(tmp_path: Path) -> None:
    assert by_name(str(tmp_path / "folder" / "belum-ada.db"))["database"].ok
    assert list(tmp_path.iterdir()) == []


def test_a_sound_database_is_named(desk: Desk) -> None:
    found = by_name(str(desk.database.path))["database"]
    assert found.ok
    assert "SQLite" in found.found


def test_a_broken_database_says_what_to_do(tmp_path: Path) -> None:
    stray = tmp_path / "surat.db"
    stray.write_text("Yth. Kepala Biro " * 999)
    found = by_name(str(stray))["database"]
    assert not found.ok
    assert "bukan basis data" in found.mend


def test_a_server_and_an_address_without_sense_are_told_apart() -> None:
    assert by_name("postgresql://tidak.ada.invalid/pantau")["share"].ok
    assert not by_name("tidak-ada://x")["database"].ok


@pytest.mark.parametrize("system", health.NETWORK_SYSTEMS)
def test_a_folder_on_every_listed_network_share_is_known_as_one(system: str) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\nserver:/humas /mnt/Humas\\040Pusat {system} rw 0 0\n"
    mounts += "tmpfs /mnt/Humas\\040Pusat/sini tmpfs rw 0 0\n"
    shared = Path("/mnt/Humas Pusat")
    assert health.network_system(shared / "pantau", mounts) == system
    assert (
        health.network_system(shared / "sini", mounts) == health.network_system(Path("/home"), mounts) == ""
    )


def test_a_full_disk_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(health, "LEAST_FREE", 2**63)
    found = by_name(str(tmp_path / "x.db"))["disk"]
    assert not found.ok
    assert "PANTAU_HOME" in found.mend


@pytest.mark.parametrize(
    ("variables", "there"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_display_is_known_by_its_variables(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], there: bool
) -> None:
    monkeypatch.setattr(health.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert display.has_display() is there
