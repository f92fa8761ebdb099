"""The window: Qt Widgets over `operations`. The only room that knows Qt."""

from pantau.desktop.lasting import keep_constants

keep_constants()
