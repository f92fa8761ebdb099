"""Numbers as Indonesians write them (1.234,5), and as the English do (1,234.5)."""

from __future__ import annotations

_TO_INDONESIAN = str.maketrans({",": ".", ".": ","})


def number(value: float, *, decimals: int | None = None, language: str = "id") -> str:
    """A figure with its thousands apart: 1234.5 is "1.234,5".

    decimals  how many to show; None shows what the value has, two at most
    """
    if decimals is None:
        text = f"{value:,}" if isinstance(value, int) else _trimmed(value)
    else:
        text = f"{value:,.{decimals}f}"
    text = text.replace("-", "\N{MINUS SIGN}")
    return text.translate(_TO_INDONESIAN) if language == "id" else text


def percent(share: float, *, decimals: int = 0, language: str = "id") -> str:
    """A share of one as a percentage: 0.425 with one decimal is "42,5 %" (English "42.5%")."""
    figure = number(share * 100, decimals=decimals, language=language)
    return f"{figure} %" if language == "id" else f"{figure}%"


def _trimmed(value: float) -> str:
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
