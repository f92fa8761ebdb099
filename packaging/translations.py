"""Gathers the window's English words into resources/translations/*.ts, and compiles those for Qt.

translations.py            gather new words; says how many still wait for a translation
translations.py --compile  make the .qm files, those only that are older than their .ts
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
GATHERED = FOLDER / "pantau_id.ts"


def tool(name: str) -> str:
    """PySide6's own tools lie beside the interpreter of the environment."""
    found = Path(sys.executable).parent / name
    return str(found if found.exists() else found.with_suffix(".exe"))


def gather() -> None:
    sources = [
        *sorted((ROOT / "src" / "pantau" / "desktop").rglob("*.py")),
        *sorted((ROOT / "ui").glob("*.ui")),
    ]
    names = [str(source.relative_to(ROOT)) for source in sources]
    words = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "id"]
    subprocess.run(
        [tool("pyside6-lupdate"), *words, *names, "-ts", str(GATHERED.relative_to(ROOT))],
        cwd=ROOT,
        check=True,
    )
    for context, source in unfinished(GATHERED):
        print(f"waits for a translation: {context}: {source}", file=sys.stderr)


def unfinished(file: Path) -> list[tuple[str, str]]:
    """Context and source of every message without a finished translation."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            if told is None or told.get("type") is not None or not (told.text or "").strip():
                found.append((context.findtext("name", ""), message.findtext("source", "")))
    return found


def compile_all() -> None:
    for source in sorted(FOLDER.glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        subprocess.run([tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


if __name__ == "__main__":
    compile_all() if "--compile" in sys.argv[1:] else gather()
