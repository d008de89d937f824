"""A course folder: where its chapters, releases, submissions and gradebook are."""

import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hiddenlayers.errors import HiddenLayersError

LANGUAGES = ("en", "ko")
DEFAULT_SEED = 20240229  # used while a course has no seed of its own


@dataclass(frozen=True)
class Course:
    """A folder in nbgrader's layout, with `chapters/` beside it in our own course."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> "Course":
        """The course around `start` (default: the current folder): the nearest folder with nbgrader_config.py.

        Raises HiddenLayersError where there is none, or no folder `start`.
        """
        start = Path(start or ".").resolve()
        if not start.exists():
            raise HiddenLayersError(f"No folder {start}: check the path.")
        for folder in (start, *start.parents):
            if (folder / "nbgrader_config.py").is_file():
                return cls(folder)
        raise HiddenLayersError(
            f"No course in {start} or above it (no nbgrader_config.py): "
            "go to the course folder or name it with --course-dir."
        )

    @property
    def chapters_folder(self) -> Path:
        return self.root / "chapters"

    @property
    def answers_folder(self) -> Path:
        return self.root / "answers"

    @property
    def gradebook(self) -> Path:
        return self.root / "gradebook.db"

    @cached_property
    def chapters(self) -> tuple[str, ...]:
        """Names of the chapters that have a text, in order, like "02-mnist-dnn"."""
        return tuple(sorted(path.stem for path in self.chapters_folder.glob("[0-9][0-9]-*.py")))

    def select(self, names: list[str] | None = None) -> list[str]:
        """The chapters called `names`, in full or by number ("02"); all of them without names."""
        if not self.chapters:
            raise HiddenLayersError(f"No chapters in {self.chapters_folder}: this is no course of texts.")
        if not names:
            return list(self.chapters)
        chosen = []
        for name in names:
            found = [chapter for chapter in self.chapters if chapter == name or chapter.split("-")[0] == name]
            if not found:
                known = ", ".join(self.chapters) or "none"
                raise HiddenLayersError(f"No chapter {name} in {self.chapters_folder}: there are {known}.")
            chosen += found
        return chosen

    def chapter(self, name: str) -> Path:
        return self.chapters_folder / f"{name}.py"

    def source(self, name: str) -> Path:
        return self.root / "source" / name / f"{name}.ipynb"

    def release(self, name: str, language: str) -> Path:
        return self.root / "release" / language / name / f"{name}.ipynb"

    def executed(self, name: str, language: str) -> Path:
        """The chapter as readers see it, with its outputs."""
        return self.root / "notebooks" / language / f"{name}.ipynb"

    def seed(self, create: bool = False) -> int:
        """The course's seed, from `.course-seed`; drawn and written there first with `create=True`."""
        path = self.root / ".course-seed"
        if create and not path.exists():
            path.write_text(f"{secrets.randbelow(2**31)}\n")
        if not path.exists():
            return DEFAULT_SEED
        text = path.read_text().strip()
        if not text.isdigit():
            raise HiddenLayersError(
                f"{path} holds {text[:20]!r}, not a whole number: delete it and release again."
            )
        return int(text)
