"""A desk in the middle of the bundled drill, for pictures: what the real pipeline made of it, and an officer's work."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

from pantau.domain.issue import House
from pantau.domain.team import Role
from pantau.operations import Desk, facts, issues, narratives, open_desk, queue, team, triage

SCENARIO, MINUTE = "kericuhan-lapas", 515  # 08.35 of the drill's day

_FACTS = (
    ("Kericuhan di Blok C bermula sekitar pukul 04.40 WIB", "Lapas Kelas IIA Pontianak"),
    ("Api di bengkel kerja sudah padam", "Pemadam kebakaran"),
    ("Penghuni Blok C kembali ke kamar pukul 07.50 WIB", "Lapas Kelas IIA Pontianak"),
)
_EARLY = (
    "Situasi Lapas Pontianak sedang ditangani; petugas dan kepolisian mengutamakan keselamatan semua orang."
)
_HOUSE = House(
    "Situasi Lapas Pontianak terkendali sejak pukul 07.50 WIB; seluruh penghuni Blok C sudah kembali ke kamar.",
    (
        "Keselamatan petugas, warga binaan, dan keluarga mereka adalah perhatian pertama kami.",
        "Jumlah korban masih diperiksa; kabar belasan orang tewas tidak didukung data yang ada.",
        "Penyebabnya diperiksa bersama kepolisian, dan hasilnya kami sampaikan secara terbuka.",
    ),
)


def desk_in_drill(folder: Path) -> Desk:
    """Play the drill up to its minute into `folder`; the desk's clock stands at that minute."""
    file = folder / "latihan.db"
    now = _play(file)
    desk = open_desk(str(file), name="Petugas pagi", clock=lambda: now)
    _work(desk, now)
    return desk


def _play(file: Path) -> datetime:
    words = ["drill", SCENARIO, "--headless", "--json", "--speed", "3600", "--database", f"sqlite:///{file}"]
    command = [sys.executable, "-m", "pantau", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as drill:
        assert drill.stdout is not None
        for line in drill.stdout:
            step = json.loads(line)
            if step.get("event") == "step" and step["minute"] >= MINUTE:
                drill.terminate()
                return datetime.fromisoformat(step["at"])
    raise RuntimeError("the drill ended before its minute")


def _work(desk: Desk, now: datetime) -> None:
    """One issue with facts, a version in force and the next one waiting for approval; one story watched."""
    stories = queue.ranked(desk, 3)
    before = Desk(desk.database, desk.officer, lambda: now - timedelta(minutes=21))
    approver = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    issue = issues.take_up(before, stories[0].id).value
    for text, source in _FACTS:
        facts.add(before, issue.id, text, source)
    issues.note(before, issue.id, "Kepala lapas siap memberi keterangan pukul 09.00.")
    first = House(_EARLY, _HOUSE.messages)
    written = narratives.submit(before, narratives.write(before, issue.id, first, None).value).value
    in_force = narratives.approve(before.as_officer(approver), written).value
    late = Desk(desk.database, desk.officer, lambda: now - timedelta(minutes=4))
    narratives.submit(late, narratives.write(late, issue.id, _HOUSE, in_force).value)
    triage.watch(late, stories[1].id)
