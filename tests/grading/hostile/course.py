"""A small course to attack, with words in it that no submission may read."""

from pathlib import Path

from nbformat import NotebookNode, v4

from tests.grading.small_course import CHAPTER, at, cell, check, hidden, release_notebook, solution, write

# Whatever else a course may be, this one's checks are written for the judge, as ours are
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "hostile"
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\\nraise NotImplementedError()"}
from nbgrader.converters import GenerateAssignment
from hiddenlayers.authoring.language import ChooseLanguage
c.GenerateAssignment.preprocessors = [ChooseLanguage, *GenerateAssignment().preprocessors]
"""
SEED = 914_215  # the course's, which no submission may learn

# Words that stand only where no submission may look; the digits tell where
CANARY = "canary-{}-5e1f"
HIDDEN, SEED_FILE, GRADEBOOK, OTHER_STUDENT, ENVIRONMENT, TEMPORARY, SOURCE_FILE = map(
    CANARY.format, range(7)
)
ESCAPED = "ESCAPED"  # what an attack says that got where it should not

AREA = "def area(width, height):\n    return width * height"
SCALE = "def scale(values):\n    return (values - values.min()) / (values.max() - values.min())"
COUNT = (
    "def count(text):\n"
    "    found = {}\n"
    "    for letter in text:\n"
    "        found[letter] = found.get(letter, 0) + 1\n"
    "    return found"
)
SCALE_CHECK = """
import numpy as np
from hiddenlayers import check
given = np.array([2.0, 4.0, 10.0])
with check.unchanged(values=given):
    scaled = scale(given)
check.close(scaled, [0, 0.25, 1], "scale([2, 4, 10])")
"""
SCALE_HIDDEN = f"""
import numpy as np
from hiddenlayers import check
{HIDDEN.replace("-", "_")} = rng = check.rng("scale")  # {HIDDEN}
for size in (3, 5, 8):
    drawn = rng.normal(size=(size, 2)) + np.arange(size)[:, None]
    wanted = (drawn - drawn.min()) / (drawn.max() - drawn.min())
    with check.unchanged(values=drawn):
        result = scale(drawn)
    check.close(result, wanted, "scale(drawn)")
"""
COUNT_CHECK = "assert count('abba') == {'a': 2, 'b': 2}, 'count(\"abba\")'"
# Not as careful as a check should be: nothing fails where the learner's function ends the loop
COUNT_HIDDEN = f"""
from hiddenlayers import check
drawn = ["".join(check.rng("count").choice(list("xyz"), size=9)) for _ in range(3)]  # {HIDDEN}
for text, found in zip(drawn, map(count, drawn)):
    assert type(found) is dict and found == {{letter: text.count(letter) for letter in text}}
"""


def source_notebook() -> NotebookNode:
    """Three exercises: area (1 + 2 points), scale (1 + 3), count (1 + 2)."""
    notebook = v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[
            cell("code", "import hiddenlayers\nimport numpy as np"),
            cell("code", "example = np.arange(3)"),
            solution("area", AREA),
            check("area-check", 1, "assert area(2, 3) == 6, 'area(2, 3)'"),
            hidden("area-hidden", 2, f"assert area(7.5, 4) == 30.0  # {HIDDEN}"),
            solution("scale", SCALE),
            check("scale-check", 1, SCALE_CHECK),
            hidden("scale-hidden", 3, SCALE_HIDDEN),
            solution("count", COUNT),
            check("count-check", 1, COUNT_CHECK),
            hidden("count-hidden", 2, COUNT_HIDDEN),
        ],
    )
    for number, entry in enumerate(notebook.cells):
        entry.id = f"cell-{number}"
    return notebook


TOTAL = 10


def honest(language: str = "en", **answers: str) -> NotebookNode:
    """The release with right answers, or those given."""
    notebook = release_notebook(language, source_notebook())
    for grade_id, text in {"area": AREA, "scale": SCALE, "count": COUNT, **answers}.items():
        at(notebook, grade_id).source = text
    return notebook


def make_course(root: Path) -> Path:
    """The course's folder, with what must not be read in it."""
    write(root / "nbgrader_config.py", CONFIG)
    write(root / "source" / CHAPTER / f"{CHAPTER}.ipynb", source_notebook())
    write(root / "chapters" / f"{CHAPTER}.py", f"# {SOURCE_FILE}\n")
    write(root / ".course-seed", f"{SEED}\n")
    write(root / "notes.txt", SEED_FILE)
    return root
