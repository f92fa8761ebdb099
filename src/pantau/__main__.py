"""The entry point: the only place that knows both faces, the command line and the window."""


def main() -> None:
    """Run the program."""
