"""Any nbgrader course folder, as its nbgrader_config.py lays it out."""

import contextlib
import fnmatch
import glob
import logging
import math
import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from nbgrader.utils import chdir
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from hiddenlayers.errors import HiddenLayersError


@dataclass(frozen=True)
class CourseFolder:
    """Where nbgrader keeps each step of each submission of a course, and the course's configuration."""

    directory: CourseDirectory
    config: Config

    @classmethod
    def load(cls, root: Path) -> "CourseFolder":
        """The course at `root`, configured as nbgrader would be when started there.

        Raises HiddenLayersError where the configuration cannot be read.
        """
        root = Path(root).resolve()
        if not root.is_dir():
            raise HiddenLayersError(f"No course folder {root}: name the one with nbgrader_config.py.")
        app = NbGrader(log_level=logging.CRITICAL, raise_config_file_errors=True)
        path = list(sys.path)
        try:
            with chdir(str(root)):  # else a configuration in the current folder would count as well
                app.initialize([], root=str(root))
        except (Exception, SystemExit) as error:  # the file is Python and may raise anything
            raise HiddenLayersError(f"{root / 'nbgrader_config.py'} cannot be read: {error}") from error
        finally:
            sys.path[:] = path
        return cls(app.coursedir, app.config)

    @property
    def root(self) -> Path:
        return Path(self.directory.root)

    @property
    def db_url(self) -> str:
        return self.directory.db_url

    def source(self, chapter: str) -> Path:
        return self._step(self.directory.source_directory, ".", chapter)

    def submitted(self, student: str, chapter: str) -> Path:
        return self._step(self.directory.submitted_directory, student, chapter)

    def autograded(self, student: str, chapter: str) -> Path:
        return self._step(self.directory.autograded_directory, student, chapter)

    def feedback(self, student: str, chapter: str) -> Path:
        return self._step(self.directory.feedback_directory, student, chapter)

    def submissions(
        self, chapters: Sequence[str] | None = None, students: Collection[str] | None = None
    ) -> list[tuple[str, str]]:
        """Chapter and student of every folder under submitted/, in order; only those named, where any are.

        A chapter can be named by its beginning up to the first hyphen ("02"). Raises HiddenLayersError for
        a name that nothing is there for.
        """
        return self._select(self.directory.submitted_directory, chapters, students)

    def graded(
        self, chapters: Sequence[str] | None = None, students: Collection[str] | None = None
    ) -> list[tuple[str, str]]:
        """The same for autograded/."""
        return self._select(self.directory.autograded_directory, chapters, students)

    @cached_property
    def excluded_students(self) -> set[str]:
        return {name for name in self.directory.student_id_exclude.split(",") if name}

    @property
    def cell_seconds(self) -> float | None:
        """The time for one cell that nbgrader is configured to give; None where it is not."""
        sections = [
            self.config.get(name, {}) for name in ("Execute", "ExecutePreprocessor", "NotebookClient")
        ]
        if not any("timeout" in section for section in sections):
            return None
        seconds = Execute(config=self.config).timeout
        return math.inf if seconds is None or seconds < 0 else float(seconds)

    @cached_property
    def written_for_judge(self) -> bool:
        """Whether its check cells are written for a judge outside the kernel: its releases are made as ours are."""
        steps = GenerateAssignment(config=self.config).preprocessors
        return any(
            (step if isinstance(step, str) else step.__name__).endswith("ChooseLanguage") for step in steps
        )

    def files(self, folder: Path) -> dict[str, Path]:
        """The files of a submission or source folder but notebooks and ignored ones, by relative path."""
        found = []
        for place, folders, names in os.walk(
            folder
        ):  # nbgrader's own walk reads a folder anew for each file in it
            folders[:] = [name for name in folders if not self._ignores(name)]
            found += [Path(place, name) for name in names if not self._ignores(name)]
        return {path.relative_to(folder).as_posix(): path for path in sorted(found)}

    def _ignores(self, name: str) -> bool:
        """Whether nbgrader's patterns match a file's name; as there, "*" matches no leading dot."""
        patterns = (*self.directory.ignore, "*.ipynb")
        return any(
            fnmatch.fnmatch(name, each) and (each[0] == "." or name[0] != ".") for each in patterns if each
        )

    def source_files(self, chapter: str) -> dict[str, Path]:
        """Files beside the instructor's notebook; as in nbgrader, they take the place of submitted ones."""
        kept = Autograde(config=self.config).exclude_overwriting.get(chapter, [])
        files = self.files(self.source(chapter))
        return {name: path for name, path in files.items() if name not in kept}

    @contextlib.contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        """The open gradebook, made where there is none.

        Raises HiddenLayersError where the database refuses.
        """
        try:
            with _tools_on_path():
                gradebook = Gradebook(self.db_url, self.directory.course_id)
            with gradebook:
                yield gradebook
        except SQLAlchemyError as error:
            detail = str(error).splitlines()[0]
            raise HiddenLayersError(
                f"The gradebook {self.db_url} refused: {detail}. If another program holds it, try again; "
                "if nbgrader was upgraded, back it up and run `nbgrader db upgrade`."
            ) from error

    def _step(self, step: str, student: str, chapter: str) -> Path:
        return Path(self.directory.format_path(step, student, chapter))

    def _select(
        self, step: str, chapters: Sequence[str] | None, students: Collection[str] | None
    ) -> list[tuple[str, str]]:
        pattern = self.directory.directory_structure.format(
            nbgrader_step=step, student_id="*", assignment_id="*"
        )
        not_separator = f"[^{re.escape(os.sep)}]+"
        name = re.compile(
            self.directory.format_path(
                step, f"(?P<student>{not_separator})", f"(?P<chapter>{not_separator})", escape=True
            )
        )
        found = set()
        for path in glob.glob(os.path.join(glob.escape(self.directory.root), pattern)):
            match = name.fullmatch(path)
            if match and os.path.isdir(path) and match["student"] not in self.excluded_students:
                found.add((match["chapter"], match["student"]))
        wanted = {chapter for name in chapters or () for chapter in self._chapters(name, found, step)}
        for student in students or ():
            if student not in {owner for _, owner in found}:
                raise HiddenLayersError(f"Nothing from {student} in {self.root / step}: check the name.")
        return sorted(
            (chapter, student)
            for chapter, student in found
            if (chapters is None or chapter in wanted) and (students is None or student in students)
        )

    def _chapters(self, name: str, found: set[tuple[str, str]], step: str) -> set[str]:
        there = {chapter for chapter, _ in found}
        chosen = {chapter for chapter in there if name in (chapter, chapter.split("-")[0])}
        if not chosen:
            known = ", ".join(sorted(there)) or "nothing"
            raise HiddenLayersError(f"Nothing for {name} in {self.root / step}: there is {known}.")
        return chosen


@contextlib.contextmanager
def _tools_on_path() -> Iterator[None]:
    """nbgrader calls `alembic` by name for a new gradebook; it lies beside Python, maybe not on the path."""
    path = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), path])
    try:
        yield
    finally:
        os.environ["PATH"] = path
