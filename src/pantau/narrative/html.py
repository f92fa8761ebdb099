"""A narrative as a page of its own: no script, no style from elsewhere, nothing but escaped text."""

from __future__ import annotations

from html import escape

from pantau.narrative.sheet import Sheet
from pantau.narrative.text import plain

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:42em;margin:2em auto}p,li{white-space:pre-line}.w{color:#b01e1e}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(sheet: Sheet) -> bytes:
    house = sheet.narrative.house
    warning = f'<p class="w"><strong>{_safe(sheet.warning)}</strong></p>' if sheet.warning else ""
    messages = "".join(f"<li>{_safe(message)}</li>" for message in house.messages)
    proof = "<br>".join(_safe(line) for line in sheet.proof)
    page = (
        f'<!DOCTYPE html>\n<html lang="{sheet.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{_safe(sheet.title)}</title><style>{_STYLE}</style></head><body>\n{warning}"
        f"<p>{_safe(sheet.say('heading'))}</p><h1>{_safe(sheet.title)}</h1>\n"
        f"<h2>{_safe(sheet.say('umbrella'))}</h2><p>{_safe(house.umbrella)}</p>\n"
        f"<h2>{_safe(sheet.say('messages'))}</h2><ol>{messages}</ol>\n"
        f"<hr><p><small>{proof}</small></p>{warning}\n</body></html>\n"
    )
    return page.encode()


def _safe(text: str) -> str:
    return escape(plain(text))
