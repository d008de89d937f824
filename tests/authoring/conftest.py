"""A small course that keeps every rule: one chapter, its answer bank, and nothing built yet."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from hiddenlayers.authoring.build import build
from hiddenlayers.authoring.lint import Finding, lint
from hiddenlayers.course import Course

NAME = "01-small"
REPOSITORY = Path(__file__).parents[2]

# exercise -> function, reference answer, what it gives for [1, -2, 4], the same for the array `drawn`
EXERCISES = {
    "scale-values": ("scale_values", "values * 2.5 - 1", "[1.5, -6.0, 9.0]", "(drawn - 0.4) * 2.5"),
    "sum-squares": ("sum_squares", "float((values**2).sum())", "21", "drawn @ drawn"),
    "count-positives": ("count_positives", "int((values > 0).sum())", "2", "np.sum(drawn > 0)"),
    "largest-place": ("largest_place", "int(values.argmax())", "2", "drawn.tolist().index(max(drawn))"),
    "clip-values": ("clip_values", "np.clip(values, -1.5, 1.5)", "[1, -1.5, 1.5]", "np.sign(drawn) * 1.5"),
    "mean-distance": (
        "mean_distance",
        "float(np.abs(values - values.mean()).mean())",
        "2",
        "np.mean(np.abs(drawn - drawn.mean()))",
    ),
}

OPENING = """\
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown] lang="en"
# # Small numbers
#
# A mean is $\\\\frac{1}{n} \\\\sum x$, as [the guide](https://example.org/en/guide) says.
#
# > **Tip.** Read aloud.

# %% [markdown] lang="ko"
# # 작은 수
#
# 평균은 $\\\\frac{1}{n} \\\\sum x$입니다. [안내서](https://example.org/ko/guide)를 보십시오.
#
# > **팁.** 소리 내어 읽어 보십시오.

# %% lang="en"
# Once, in a new environment: install the course's wheel
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만: 강의 휠 파일을 설치합니다
import hiddenlayers

hiddenlayers.start("ko")

# %%
import matplotlib.pyplot as plt
import numpy as np

samples = np.arange(5)

# %% alt.en="Five points on a rising line." alt.ko="오른쪽으로 올라가는 직선 위의 점 다섯 개."
plt.plot(samples, 3 * samples)
plt.show()
""".replace("\\\\", "\\")


@dataclass
class SmallCourse:
    """A course of one chapter, whose text a test may change."""

    course: Course

    @property
    def chapter(self) -> Path:
        return self.course.chapter(NAME)

    @property
    def text(self) -> str:
        return self.chapter.read_text(encoding="utf-8")

    def replace(self, old: str, new: str) -> None:
        """Change one thing in the chapter's text."""
        assert old in self.text, old
        self.chapter.write_text(self.text.replace(old, new, 1), encoding="utf-8")

    def build(self) -> list[Path]:
        return build(self.course, [NAME])

    def lint(self) -> list[Finding]:
        return lint(self.course, [NAME])


def make_small(root: Path) -> SmallCourse:
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    course = Course(root)
    course.chapter(NAME).parent.mkdir()
    course.chapter(NAME).write_text(chapter_text(), encoding="utf-8")
    for exercise, (function, answer, _, _) in EXERCISES.items():
        folder = course.answers_folder / NAME / exercise
        folder.mkdir(parents=True)
        for number in range(3):
            (folder / f"right_{number}.py").write_text(
                f"# Adds {number} to the result.\n# passes: both\n"
                f"def {function}(values):\n    return {answer} + {number} - {number}\n"
            )
        for number in range(1, 5):
            (folder / f"wrong_{number}.py").write_text(
                f"# Is off by {number}.\n# passes: none\n"
                f"def {function}(values):\n    return {answer} + {number}\n"
            )
    return SmallCourse(course)


def chapter_text() -> str:
    exercises = "\n".join(exercise_text(name, *parts) for name, parts in EXERCISES.items())
    written = header("flattening", "markdown", grade=True, solution=True, points=2)
    return (
        f"{OPENING}\n{exercises}\n"
        f"{pair('## Written', '## 서술형')}\n"
        f"{written}\n# No, it stays the same.\n#\n# 아니요, 그대로입니다.\n"
    )


def exercise_text(name: str, function: str, answer: str, expected: str, oracle: str) -> str:
    return f"""\
{pair(f"## Task: `{function}(values)`", f"## 과제: `{function}(values)`")}

{header(name, solution=True)}
def {function}(values):
    \"\"\"The task says what it returns.\"\"\"
    ### BEGIN SOLUTION
    return {answer}
    ### END SOLUTION


{header(name + "-check", grade=True, points=1)}
import numpy as np
from hiddenlayers import check

check.close({function}(np.array([1.0, -2.0, 4.0])), {expected}, "{function}(values)")
check.passed("{name}")

{header(name + "-hidden", grade=True, points=2)}
# Hidden checks · 숨은 검사
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

drawn = 2 + check.rng("{name}").random(7)
check.close({function}(drawn), {oracle}, "{function}(drawn)")
### END HIDDEN TESTS
"""


def pair(english: str, korean: str) -> str:
    return f'# %% [markdown] lang="en"\n# {english}\n\n# %% [markdown] lang="ko"\n# {korean}\n'


def header(
    name: str,
    cell_type: str = "code",
    *,
    grade: bool = False,
    solution: bool = False,
    points: int | None = None,
) -> str:
    settings = {"grade": grade, "grade_id": name, "locked": not solution, "schema_version": 3}
    settings |= {"solution": solution, "task": False} | ({} if points is None else {"points": points})
    kind = "" if cell_type == "code" else f" [{cell_type}]"
    return f"# %%{kind} nbgrader={json.dumps(settings, sort_keys=True)}"
