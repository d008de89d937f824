"""Grading: submissions are sanitized, executed and recorded."""

import sys

# nbformat imports jsonschema, which imports whatever it finds to check formats that no notebook has. One of these
# packages builds a grammar, for a second of every process's start.
_GRAMMAR = "rfc3987_syntax"
if "jsonschema" not in sys.modules and _GRAMMAR not in sys.modules:
    sys.modules[_GRAMMAR] = None  # type: ignore[assignment]
    try:
        import jsonschema  # noqa: F401
    except ImportError:  # a release notebook's environment has none
        pass
    finally:
        del sys.modules[_GRAMMAR]
