"""What an attack is: a submission, and what must come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode, v4

from tests.grading.hostile.course import AREA, ESCAPED, source_notebook
from tests.grading.small_course import at, release_notebook

FOLDER = Path(__file__).with_name("attacks")
KEPT = 3  # the points of `area`, which every attacker answers as asked
WRONG = {"scale": "def scale(values):\n    return values * 0", "count": "def count(text):\n    return {}"}
# What an attack has found, and that it got where it should not: the last cell prints both
FIRST = f"loot = []\ndef win(what): loot.append({ESCAPED[:3]!r} + {ESCAPED[3:]!r} + str(what))"
LAST = "print(*loot)"


@dataclass(frozen=True)
class Attack:
    """A submission that is up to something.

    Its first exercise is answered as asked, so there are points to keep; the others are answered wrong, but for what
    it brings itself. In its code, @ROOT@ and the like stand for what only the class knows.

    Attributes:
        must: what has to happen, in words.
        cells: code by name: an answer's, or "before" and "after" for cells at the beginning and at the end.
        points: what it gets.
        notes: codes of the reasons that it is told, at least.
        language: the learner's.
        state: "graded", "look" or "ungradable"; "" where either of the first two will do.
        edit: changes the notebook; it may return anything that can lie in a file, and None for no file.
        files: what lies beside it, by relative path: bytes, or the target of a link.
    """

    must: str
    cells: Mapping[str, str] = field(default_factory=dict)
    points: float = KEPT
    notes: frozenset[str] | set[str] = frozenset()
    language: str = "en"
    state: str = ""
    edit: Callable[[NotebookNode], object] | None = None
    files: Mapping[str | bytes, bytes | Path] = field(default_factory=dict)

    def notebook(self, words: Mapping[str, str]) -> object:
        """The notebook that is handed in, or whatever else is, with `words` put in their places."""
        notebook = release_notebook(self.language, source_notebook())
        for grade_id, text in {"area": AREA, **WRONG}.items():
            at(notebook, grade_id).source = put_in(self.cells.get(grade_id, text), words)
        before, after = [FIRST, self.cells.get("before", "")], [self.cells.get("after", ""), LAST]
        extra = [
            [v4.new_code_cell(put_in(text, words)) for text in texts if text] for texts in (before, after)
        ]
        notebook.cells = [*extra[0], *notebook.cells, *extra[1]]
        return self.edit(notebook) if self.edit else notebook


def read_attacks() -> dict[str, Attack]:
    """The attacks in the folder beside this file, by name: code, under a comment that says what must happen."""
    paths = sorted(path for path in FOLDER.glob("*/*.py") if path.parent.name != "tools")
    return {path.stem.replace("_", " "): _read(path) for path in paths}


def put_in(text: str, words: Mapping[str, str]) -> str:
    """The text with each of the words replaced by what it stands for."""
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def _read(path: Path) -> Attack:
    head, *parts = path.read_text(encoding="utf-8").split("\n# %% ")
    must, *lines = [line.removeprefix("# ") for line in head.strip().split("\n")]
    said = dict(line.split(": ") for line in lines)
    tools = [
        (FOLDER / "tools" / f"{name}.py").read_text() for name in said.get("uses", "").split(", ") if name
    ]
    cells = dict(part.split("\n", 1) for part in parts)
    return Attack(
        must=must,
        cells={**cells, "before": "\n".join([*tools, cells.get("before", "")])},
        points=float(said.get("points", KEPT)),
        notes=set(said["notes"].split(", ")) if "notes" in said else set(),
        language=said.get("language", "en"),
        state=said.get("state", ""),
    )
