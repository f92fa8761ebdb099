"""Grabs every page, filled, in both schemes and both sizes, into build/screenshots.

screenshots.py [--language id|en] [--scale 1.5] [--only queue,issues]
screenshots.py --drill    pages of the bundled drill, at the same place
screenshots.py --docs     the pictures of the README, into docs/images
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.scenes import Stage

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "screenshots"
IMAGES = ROOT / "docs" / "images"
SIZES = ((1366, 768), (1920, 1080))
SCHEMES = ("light", "dark")
# Name of the picture, the scene, the scheme.
DOCUMENTED = (
    ("antrean", "queue", "light"),
    ("antrean-gelap", "queue", "dark"),
    ("isu", "issue-review", "light"),
    ("sumber", "sources", "light"),
    ("latihan", "drills", "light"),
)
OF_THE_DRILL = ("queue", "issue-facts", "issue-review", "issue-notes", "sources", "drills", "search")

sys.path.insert(0, str(ROOT / "tests"))

Scene = Callable[[Any], Any]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--language", default="id", choices=("id", "en"))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", default="", help="names of pages with commas between")
    parser.add_argument("--drill", action="store_true")
    parser.add_argument("--docs", action="store_true")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if asked.scale != 1:
        os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    from PySide6.QtWidgets import QApplication

    from desktop import scenes

    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        full = None
        if asked.drill or asked.docs:
            from drill_content import desk_in_drill

            full = desk_in_drill(Path(folder))
        stage = scenes.Stage(application, Path(folder), asked.language, full)
        if asked.docs:
            document(stage, scenes.SCENES)
        else:
            named = set(filter(None, asked.only.split(","))) or set(
                OF_THE_DRILL if asked.drill else scenes.SCENES
            )
            grab_all(stage, {name: scene for name, scene in scenes.SCENES.items() if name in named}, asked)
        stage.close()


def grab_all(stage: Stage, wanted: dict[str, Scene], asked: argparse.Namespace) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    mark = "" if asked.scale == 1 else f"@{asked.scale:g}"
    mark += "" if asked.language == "id" else f"-{asked.language}"
    mark += "-drill" if asked.drill else ""
    for name, scene in wanted.items():
        for scheme in SCHEMES:
            for width, height in SIZES:
                file = OUT / f"{name}-{scheme}-{width}x{height}{mark}.png"
                stage.grab(scene, scheme, width, height, file)
                print(file.relative_to(ROOT))


def document(stage: Stage, scenes: dict[str, Scene], sizes: Iterable[tuple[int, int]] = SIZES[:1]) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, scene, scheme in DOCUMENTED:
        for width, height in sizes:
            file = IMAGES / f"{name}.png"
            stage.grab(scenes[scene], scheme, width, height, file)
            lighten(file)
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1024:.0f} KiB")


def lighten(file: Path) -> None:
    """Keep 256 colours of a picture: a page of text loses nothing that can be seen, and two thirds of its size."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    picture = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(picture.constBits()).cast("I").tolist()).most_common()
    alike: dict[int, int] = {}  # of each 16 x 16 x 16 shades the most frequent: a small green dot stays green
    for colour, _count in counted:
        alike.setdefault(colour & 0xF0F0F0, colour)
    kept = dict.fromkeys([*list(alike.values())[:160], *(colour for colour, _count in counted)])
    table = [colour | 0xFF000000 for colour in list(kept)[:256]]
    plain = Qt.ImageConversionFlag.ThresholdDither
    picture.convertToFormat(QImage.Format.Format_Indexed8, table, plain).save(str(file), "PNG", 0)


if __name__ == "__main__":
    main()
