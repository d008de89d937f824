"""The one exception that a user's mistake raises."""


class HiddenLayersError(Exception):
    """What happened, where, and the cure, on one line. The command prints it without a traceback, exit code 2."""
