"""The modules that a course's notebooks import: what a warm process has ready for them."""

import json
from collections.abc import Iterable
from pathlib import Path

from hiddenlayers.names import imported_modules

# What packages import only when they are used: seen in runs of the chapters
LAZY = {
    "pandas": ("pandas.core.reshape.reshape", "pandas.plotting._matplotlib"),
    "sklearn": ("sklearn.datasets", "sklearn.metrics", "sklearn.model_selection", "sklearn.preprocessing"),
    "tensorflow": (
        "tensorflow.python.data.ops.concatenate_op",
        "tensorflow.python.data.ops.flat_map_op",
        "tensorflow.python.data.ops.from_tensors_op",
        "tensorflow.python.data.ops.range_op",
        "tensorflow.python.data.ops.zip_op",
    ),
}


def modules_of(sources: Iterable[str]) -> frozenset[str]:
    """The modules that code cells import."""
    return frozenset().union(*map(imported_modules, sources))


def to_have_ready(modules: Iterable[str]) -> tuple[str, ...]:
    """These modules and what the packages among them import only later."""
    modules = set(modules)
    lazy = {
        name for package in sorted({name.split(".")[0] for name in modules}) for name in LAZY.get(package, ())
    }
    return tuple(sorted(modules | lazy))


def likely_imports(root: Path) -> tuple[str, ...]:
    """What the instructors' notebooks of the chapters that were handed in import, at a glance.

    Only the usual folders are looked into, and what can't be read is left out: grading asks for whatever is missing.
    """
    chapters = {path.name for path in root.glob("submitted/*/*") if path.is_dir()}
    found: set[str] = set()
    for path in root.glob("source/*/*.ipynb"):
        if path.parent.name in chapters:
            try:
                cells = json.loads(path.read_bytes())["cells"]
                found |= modules_of("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
            except (OSError, ValueError, KeyError, TypeError):
                continue
    return to_have_ready(found)
