"""How the window looks: tokens, palette, stylesheet, type and icons, in one place."""

from pantau.desktop.theme.theme import Theme
from pantau.desktop.theme.tokens import Tokens

__all__ = ["Theme", "Tokens"]
