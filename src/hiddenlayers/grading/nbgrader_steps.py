"""What `nbgrader autograde` and the Formgrader's button do in a course that nbgrader_config.py wires to this grader.

nbgrader lays out the folders and keeps the dates; reading, sandbox, judge and marks are those of `hiddenlayers grade`.
"""

from functools import cache
from pathlib import Path

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, v4
from nbgrader.preprocessors import NbGraderPreprocessor

from hiddenlayers.course import Course
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.handed_in import read_files, read_submission
from hiddenlayers.grading.intake import from_bytes, parse, read_file
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.reasons import Ungradable
from hiddenlayers.grading.record import store_marks
from hiddenlayers.grading.reference import load_references
from hiddenlayers.grading.run import isolation_for
from hiddenlayers.grading.submission import grade_submission
from hiddenlayers.grading.workplace import probe


class AnyNotebook(NotebookExporter):
    """Reads whatever was handed in: a file that is no notebook comes as an empty one as far as `Grade`.

    nbgrader's own exporter stops at it.
    """

    def from_filename(
        self, filename: str, resources: dict | None = None, **options
    ) -> tuple[NotebookNode, dict]:
        try:
            notebook = from_bytes(parse(read_file(Path(filename))))
        except Ungradable:
            notebook = v4.new_notebook()
        return self.from_notebook_node(notebook, resources, **options)


class Grade(NbGraderPreprocessor):
    """Grades one notebook from where it was handed in and enters its marks, in place of all of nbgrader's steps.

    In one step, because nbgrader's steps pass on a notebook alone: no files beside it, no fault, no reason.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        missing = _missing_sandbox()
        if missing:
            self.log.warning("Without the sandbox: %s Grade only people you trust like this.", missing)
        isolation = Isolation(sandbox="off" if missing else "auto", proved=not missing)
        student, chapter, name = (resources["nbgrader"][key] for key in ("student", "assignment", "notebook"))
        folder = CourseFolder(self.parent.parent.coursedir, self.config)
        with folder.gradebook() as gradebook:
            references = {name: load_references(folder, gradebook, chapter)[name]}
            submission = read_submission(
                folder,
                student,
                chapter,
                references,
                extras=read_files(folder.source_files(chapter)),
                limits=Limits(cell_seconds=folder.cell_seconds or Limits.cell_seconds),
                seed=Course(folder.root).seed(),
                isolation=isolation_for(isolation, [references], folder),
            )
            (graded,) = grade_submission(submission)
            for note in (*submission.notes, *graded.notes):
                self.log.warning("%s %s: %s", student, name, note.text())
            store_marks(folder, gradebook, student, chapter, [graded])
        # nbgrader follows links when it copies what lies beside a notebook, and keeps records of other runs
        for file, path in folder.files(folder.autograded(student, chapter)).items():
            if file not in submission.files:
                path.unlink()
        return from_bytes(graded.content), resources


@cache
def _missing_sandbox() -> str | None:
    return probe(Isolation())
