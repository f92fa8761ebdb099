"""The window: Qt Widgets over `operations`. The only room that knows Qt."""

from pantau.desktop.lasting import keep_true

keep_true()
