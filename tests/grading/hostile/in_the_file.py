"""Submissions whose trick is in the file: metadata, cells, markup, and what lies beside the notebook."""

import json
from pathlib import Path

from nbformat import v4

from tests.grading.hostile.attack import Attack
from tests.grading.hostile.course import source_notebook
from tests.grading.small_course import CHAPTER, at, release_notebook

MARKUP = (Path(__file__).parent / "attacks" / "markup.txt").read_text(encoding="utf-8").splitlines()
SCRIPT = MARKUP[0]
KINDS = (
    *("text/html", "text/markdown", "text/latex", "text/plain", "application/javascript"),
    *("image/svg+xml", "image/png", "application/json", "application/vnd.jupyter.widget-view+json"),
)
DRAW = f"""
from IPython.display import display
for markup in {MARKUP!r}:
    for kind in {KINDS!r}: display({{kind: markup}}, raw=True)
    display(dict.fromkeys({KINDS!r}, markup), raw=True)
    print(markup, '\\x1b]0;taken\\x07\\x1b[2J\\x1b[31m')
name = {SCRIPT!r}
def scale(values): print(name); raise type(name, (Exception,), {{}})(name)
raise type(name, (Exception,), {{}})(name)
"""
LINKS = """
import os
for number, target in enumerate(('@ROOT@/notes.txt', '@TEMPORARY@/canary.txt', '@ROOT@', '/proc/1/root')):
    os.symlink(target, f'link-{number}')
for name in os.listdir():
    try: loot.append(open(name).read())
    except OSError: pass
"""
# IPython loads an extension of this name while a kernel starts
EARLY = b"""
from hiddenlayers.grading.sandbox import syscalls
syscalls.set_seccomp_filter = lambda program: None
def load_ipython_extension(shell): pass
"""
UNFILTERED = """
status = dict(line.split(':', 1) for line in open('/proc/self/status'))
if status['Seccomp'].strip() != '2': win('no filter')
"""
SHADOWS = (
    *("numpy.py", "json.py", "hiddenlayers.py", "hiddenlayers/check.py", "IPython.py"),
    *("sitecustomize.py", "usercustomize.py"),
)
# What would pass every check that ran in the same process
DROP = """
import ast, contextlib
from hiddenlayers import check
class Drop(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
get_ipython().ast_transformers.append(Drop())
check.close = check.unchanged = lambda *a, **k: contextlib.nullcontext()
"""


def _edited(**changes):
    """Change a cell's fields by grade_id: `source`, or fields of its nbgrader metadata."""

    def edit(notebook):
        for grade_id, fields in changes.items():
            entry = at(notebook, grade_id.replace("_", "-"))
            entry.source = fields.pop("source", entry.source)
            entry.metadata.nbgrader.update(fields)
        return notebook

    return edit


def _with_cells(number, source):
    def edit(notebook):
        notebook.cells += [v4.new_code_cell(source) for _ in range(number)]
        return notebook

    return edit


def _without_metadata(notebook):
    notebook.metadata = {}
    return notebook


def _other_kernel(notebook):
    notebook.metadata.kernelspec = {"name": "plain", "display_name": "plain", "language": "python"}
    return notebook


def _checks_retyped(notebook):
    for entry in notebook.cells:
        if entry.metadata.get("nbgrader", {}).get("grade"):
            entry.cell_type = "markdown"
            del entry["outputs"], entry["execution_count"]
    return notebook


def _ids_swapped(notebook):
    at(notebook, "scale-hidden").metadata.nbgrader.grade_id = "swapping"
    at(notebook, "area-hidden").metadata.nbgrader.grade_id = "scale-hidden"
    at(notebook, "swapping").metadata.nbgrader.grade_id = "area-hidden"
    return notebook


def _checks_in_front(notebook):
    checks = [entry for entry in notebook.cells if entry.metadata.get("nbgrader", {}).get("grade")]
    notebook.cells = checks + [entry for entry in notebook.cells if entry not in checks] + checks
    return json.dumps(notebook)  # as it is, with two cells of one id


def _already_passed(notebook):
    for entry in notebook.cells:
        if entry.cell_type == "code":
            entry.execution_count = 7
            entry.outputs = [
                v4.new_output("execute_result", {"text/plain": "10"}),
                v4.new_output("stream", text="✓"),
            ]
    return notebook


def _deep(notebook):
    levels = 2000  # more than any recursion limit that a package sets, and too many for `json.dumps`
    notebook.cells[0].metadata["deep"] = "@DEEP@"
    return json.dumps(notebook).replace('"@DEEP@"', "[" * levels + "]" * levels)


def _markup_everywhere(notebook):
    notebook.cells += [v4.new_markdown_cell(text) for text in MARKUP]
    notebook.cells += [v4.new_raw_cell(text) for text in MARKUP]
    image = {
        "x.png": {"image/png": SCRIPT},
        "x.svg": {"image/svg+xml": SCRIPT},
        SCRIPT: {"text/html": SCRIPT},
    }
    notebook.cells.append(
        v4.new_markdown_cell("![x](attachment:x.png) ![y](attachment:x.svg)", attachments=image)
    )
    notebook.cells += [v4.new_code_cell(f"# {text}") for text in MARKUP]
    notebook.metadata.title = SCRIPT
    notebook.metadata.hiddenlayers = {"language": SCRIPT}
    return notebook


def _stub():
    return release_notebook("ko", source_notebook())


ATTACKS = {
    "many cells": Attack(
        "They share the room that a notebook has for its output.",
        edit=_with_cells(150, "print('x' * 90_000)"),
        notes={"all-output-cut"},
    ),
    "symbolic links": Attack(
        "They lead nowhere, inside and afterwards; a link that is handed in is left out.",
        {"scale": LINKS},
        files={"handed-in.txt": Path("@ROOT@/notes.txt")},
        notes={"files-left-out"},
    ),
    "more points": Attack(
        "Points, ids and locks are the course's.",
        edit=_edited(
            area_check={"points": 1000},
            scale_check={"points": 1000, "source": "pass", "locked": False, "solution": True},
            scale_hidden={"source": "2 + 2", "points": -5},
            count_hidden={"source": "3.0", "grade": False},
        ),
        notes={"restored"},
    ),
    "checks retyped": Attack("They are code again.", edit=_checks_retyped, notes={"restored"}),
    "ids swapped": Attack("A cell's text goes by its id.", edit=_ids_swapped),
    "checks in front and twice": Attack("Each counts once.", edit=_checks_in_front),
    "checks that have run already": Attack("What a cell came with is cleared.", edit=_already_passed),
    "answers marked as checks": Attack(
        "A check is what the course says is one.",
        edit=_edited(
            scale={"grade": True, "points": 50, "source": "50"}, count={"task": True, "source": "50"}
        ),
    ),
    "a notebook that says it is of another course": Attack(
        "It is judged outside all the same.",
        {"before": DROP, "after": "loot.append(In)"},
        edit=_without_metadata,
    ),
    "another kernel": Attack("It runs in the sandbox's.", edit=_other_kernel),
    "a narrative cell changed": Attack(
        "Then it is a cell of the learner's own, and runs as such.",
        edit=lambda notebook: _narrative_changed(notebook),
    ),
    "a narrative cell made endless": Attack(
        "It is stopped like any other.",
        edit=lambda notebook: _narrative_changed(notebook, "while True: pass"),
        notes={"cell-time"},
    ),
    "metadata two thousand levels deep": Attack(
        "Ungradable, with the reason; the others are graded.", edit=_deep, points=0, state="ungradable"
    ),
    "JSON a hundred thousand levels deep": Attack(
        "Ungradable.", edit=lambda notebook: b"[" * 100_000, points=0, state="ungradable", notes={"not-json"}
    ),
    "five hundred cells": Attack(
        "They all run.",
        edit=_with_cells(500, "pass"),
    ),
    "markup in outputs": Attack("The feedback page does nothing.", {"scale": DRAW}),
    "markup in outputs in Korean": Attack("The feedback page does nothing.", {"scale": DRAW}, language="ko"),
    "markup everywhere else": Attack("The feedback page does nothing.", edit=_markup_everywhere),
    "modules beside the notebook": Attack(
        "They are the learner's own, for the learner's process only.",
        files=dict.fromkeys(SHADOWS, b"import builtins\nbuiltins.all = lambda *a: True\nraise SystemExit\n"),
    ),
    "a module that the kernel imports while it starts": Attack(
        "The sandbox is sealed before it can be found.", {"scale": UNFILTERED}, files={"storemagic.py": EARLY}
    ),
    "file names that are none": Attack(
        "They are taken as they are, or left out; the others are graded.",
        files={
            b"\xff\xfe.txt": b"x",
            "과제\x1b[31m.txt".encode("cp949"): b"x",
            "<script>alert(1)<\\script>.txt": b"x",
            "a\nb.txt": b"x",
            ".grading.json": b'{"fingerprint": "", "checks": []}',
            ".grading.json.new/x.txt": b"x",
            "-rf": b"x",
            "~": b"x",
        },
    ),
    "a notebook whose name is no text": Attack(
        "It is taken for the one that is missing.",
        edit=lambda notebook: None,
        files={"과제\x1b[2J.ipynb".encode("cp949"): json.dumps(_stub()).encode()},
        notes={"other-name"},
        language="ko",
        points=0,
    ),
    "a folder where the marks go": Attack(
        "It is left out.", files={".grading.json/x.txt": b"x"}, notes={"files-left-out"}
    ),
    "a folder where the notebook goes": Attack(
        "There is no notebook to grade then.",
        edit=lambda notebook: None,
        files={f"{CHAPTER}.ipynb/x.txt": b"x"},
        points=0,
        state="ungradable",
    ),
    "a link where the notebook goes": Attack(
        "It is not followed.",
        edit=lambda notebook: None,
        files={f"{CHAPTER}.ipynb": Path(f"@ROOT@/source/{CHAPTER}/{CHAPTER}.ipynb")},
        points=0,
        state="ungradable",
        notes={"unreadable"},
    ),
}


def _narrative_changed(notebook, code="example = 'changed'\nscale = count = lambda *a: True"):
    entry = next(entry for entry in notebook.cells if entry.source.startswith("example"))
    entry.source = code
    return notebook
