"""The entry point: the only place that knows both faces, the command line and the window."""

from __future__ import annotations

import sys


def main() -> int:
    """With arguments a command; without, the window, or in a terminal without a display the bundled drill."""
    arguments = sys.argv[1:]
    if arguments:
        try:
            from pantau.cli.app import run

            return run(arguments)
        except KeyboardInterrupt:  # before there was a command to end
            return 130
    from pantau.operations.display import has_display

    if has_display():
        from pantau.desktop import run as open_window

        return open_window(sys.argv)
    from pantau.cli.drill import play_in_terminal

    return play_in_terminal()


if __name__ == "__main__":
    sys.exit(main())
