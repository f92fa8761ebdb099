from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pantau.drill import Scenario, load_file

SMALL = """
id = "kecil"
title = "Latihan kecil"
hours = 3
start = 2026-05-12T06:00:00+07:00

[[story]]
key = "asap"
title = "Asap dari lapas"
expected = true

[[story]]
key = "voli"
title = "Gaduh di lapangan voli"
expected = false

[[report]]
at = "00.10"
outlet = "suara-kapuas"
story = "asap"
title = "Asap dari lapas, warga & petugas panik"
text = "Asap terlihat {hari} pagi.\\n\\nBelum ada keterangan <resmi>."

[[report]]
at = "00.40"
outlet = "khatulistiwa-pos"
story = "asap"
place = "Pontianak"
title = "Kericuhan pecah di lapas"
text = "Kericuhan pecah sejak subuh."

[[report]]
at = "01.00"
outlet = "kb-samudra"
story = "asap"
title = "Polisi kepung lapas"
text = "Polisi mengepung lapas."
copy = [{ at = "01.20", outlet = "suara-kapuas" }]

[[report]]
at = "02.00"
outlet = "sorong-raya"
story = "voli"
title = "Dua penghuni adu jotos karena voli"
text = "Sudah damai."
"""


@pytest.fixture
def small_text() -> str:
    return SMALL


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a scenario to a file."""

    def write(text: str) -> Path:
        path = tmp_path / "kecil.toml"
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def small(written: Callable[[str], Path]) -> Scenario:
    """Four scripted reports and a copy over three hours, without other news."""
    return load_file(written(SMALL), ordinary=False)
