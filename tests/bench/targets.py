"""Prints what was measured, and beside it what it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of ours, at most `limit`, which comes from `basis` ("0,5 x liferea 8,2 s")."""

    what: str
    measured: float
    limit: float
    unit: str
    basis: str

    @property
    def is_met(self) -> bool:
        return self.measured <= self.limit

    def line(self) -> str:
        verdict = "ok" if self.is_met else "OVER TARGET"
        told = f"{_short(self.measured):>8} {self.unit:<3} at most {_short(self.limit):>7} {self.unit:<3}"
        return f"  {self.what:<48} {told}  {verdict:<11}  {self.basis}".rstrip()


def _short(figure: float) -> str:
    return f"{figure:.2f}" if figure < 100 else f"{figure:,.0f}"


def show_targets(targets: list[Target]) -> None:
    print("\nTargets")
    for target in targets:
        print(target.line())


def show_table(columns: list[str], rows: list[list[str]]) -> None:
    """A table with its first column to the left and the others to the right."""
    widths = [max(len(row[number]) for row in [columns, *rows]) for number in range(len(columns))]
    for row in [columns, ["-" * width for width in widths], *rows]:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        print("  ".join(cells))
