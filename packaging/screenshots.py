"""Grabs every page, filled, in both schemes and both sizes, into build/screenshots.

screenshots.py [--language id|en] [--scale 1.5] [--only queue,issues]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "screenshots"
SIZES = ((1366, 768), (1920, 1080))

sys.path.insert(0, str(ROOT / "tests"))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="id", choices=("id", "en"))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", default="", help="names of pages with commas between")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if asked.scale != 1:
        os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    from PySide6.QtWidgets import QApplication

    from desktop import scenes

    application = QApplication(sys.argv[:1])
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = set(filter(None, asked.only.split(",")))
    with tempfile.TemporaryDirectory() as folder:
        stage = scenes.Stage(application, Path(folder), asked.language)
        for name, scene in scenes.SCENES.items():
            if not wanted or name in wanted:
                grab(stage, name, scene, asked)
        stage.close()


def grab(stage: object, name: str, scene: Callable[[object], object], asked: argparse.Namespace) -> None:
    for scheme in ("light", "dark"):
        for width, height in SIZES:
            mark = "" if asked.scale == 1 else f"@{asked.scale:g}"
            mark += "" if asked.language == "id" else f"-{asked.language}"
            file = OUT / f"{name}-{scheme}-{width}x{height}{mark}.png"
            stage.grab(scene, scheme, width, height, file)  # type: ignore[attr-defined]
            print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
