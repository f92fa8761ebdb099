"""The one stylesheet, `resources/theme/window.qss`, in the colours of a scheme.

What a widget is, it says by the property `kind`.
"""

from __future__ import annotations

from string import Template

from pantau import assets
from pantau.desktop.theme.tokens import RADIUS, Tokens, mix


def sheet(tokens: Tokens) -> str:
    """The application's stylesheet in the colours of `tokens`."""
    template = Template(assets.path("theme/window.qss").read_text(encoding="utf-8"))
    colours = {name: getattr(tokens, name) for name in Tokens.__dataclass_fields__}
    # A stylesheet cannot recolour a drawing, so these lie there once for each scheme.
    drawings = {"arrow": "arrow", "up": "arrow-up", "check": "arrow-check"}
    images = {
        name: assets.path(f"icons/{file}-{tokens.name}.svg").as_posix() for name, file in drawings.items()
    }
    scroll = mix(tokens.raised, tokens.muted, 0.3)
    return template.substitute(colours, radius=RADIUS, scroll=scroll, **images)
