"""nbgrader's settings for this course: `nbgrader` and the Formgrader read them here.

HIDDENLAYERS_LANG=ko gives the Korean release; everything else is the same in both languages.
"""

import os
import sysconfig

from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
    SaveCells,
)

from hiddenlayers.authoring.language import ChooseLanguage
from hiddenlayers.grading.nbgrader_steps import AnyNotebook, Grade

c = get_config()  # noqa: F821  (given by nbgrader)

# nbgrader runs alembic by its name, which is on the path only where the environment was activated
scripts = sysconfig.get_path("scripts")
if scripts not in os.environ["PATH"].split(os.pathsep):
    os.environ["PATH"] = scripts + os.pathsep + os.environ["PATH"]

language = os.environ.get("HIDDENLAYERS_LANG", "en")

c.CourseDirectory.course_id = "hidden-layers"
c.CourseDirectory.release_directory = f"release/{language}"

c.ChooseLanguage.language = language
c.GenerateAssignment.preprocessors = [
    ChooseLanguage,
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
]

# One stub for both languages: a graded cell is the same to the byte in every release
c.ClearSolutions.code_stub = {
    "python": "# YOUR CODE HERE · 여기에 코드를 쓰십시오\nraise NotImplementedError()"
}
c.ClearSolutions.text_stub = "YOUR ANSWER HERE · 여기에 답을 쓰십시오"

# `nbgrader autograde` and the Formgrader's button grade as `hiddenlayers grade` does: in the sandbox, with the judge
c.Autograde.exporter_class = AnyNotebook
c.Autograde.sanitize_preprocessors = []
c.Autograde.autograde_preprocessors = [Grade]
