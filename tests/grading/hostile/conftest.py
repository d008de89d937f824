"""One class of attackers, graded in one run, and what lay outside their sandboxes meanwhile."""

import hashlib
import os
import shutil
import socket
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.run import grade_course
from hiddenlayers.grading.workplace import probe
from hiddenlayers.report.feedback import write_feedback
from tests.grading.hostile import in_the_file
from tests.grading.hostile.attack import Attack, put_in, read_attacks
from tests.grading.hostile.course import (
    ENVIRONMENT,
    GRADEBOOK,
    OTHER_STUDENT,
    SEED,
    TEMPORARY,
    honest,
    make_course,
)
from tests.grading.small_course import CHAPTER, submit, write

ATTACKS: dict[str, Attack] = {**read_attacks(), **in_the_file.ATTACKS}
TIGHT = Limits(
    cell_seconds=4,  # a loaded machine may need two for the first import
    submission_seconds=20,
    output_bytes=100_000,
    memory_mb=350,
    disk_mb=16,
    files=200,
    processes=40,
)
HONEST = ("an honest one", "somebody else", "zz honest, and last")
VARIABLE = "HIDDENLAYERS_SECRET"


@dataclass(frozen=True)
class Class:
    """A class after grading."""

    root: Path
    results: dict[str, Result]
    before: dict[str, str]  # what was there, by path: a digest of its content
    outside: Path
    connections: list[str]  # who got through to our sockets
    seconds: float

    def notebook(self, student: str):
        path = self.root / "autograded" / student / CHAPTER / f"{CHAPTER}.ipynb"
        return nbformat.read(path, as_version=4)

    def page(self, student: str) -> str:
        return (self.root / "feedback" / student / CHAPTER / f"{CHAPTER}.html").read_text(encoding="utf-8")

    def marks(self, student: str) -> dict[str, tuple]:
        with Gradebook(f"sqlite:///{self.root}/gradebook.db", "hostile") as gradebook:
            submission = gradebook.find_submission(CHAPTER, student)
            return {
                grade.name: (grade.auto_score, grade.manual_score, grade.extra_credit)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }


@pytest.fixture(scope="session")
def require_sandbox():
    """Skips, with the reason, where this host can't run the sandbox."""
    try:
        probe(Isolation(sandbox="require"))
    except HiddenLayersError as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def graded(require_sandbox):
    """The class of all attackers, and of some who are not."""
    with tempfile.TemporaryDirectory(prefix="class-") as root, tempfile.TemporaryDirectory() as outside:
        for folder in (root, outside):  # nothing but the sandbox keeps a submission out
            os.chmod(folder, 0o777)
        root, outside = Path(root), Path(outside)
        make_course(root)
        write(outside / "canary.txt", TEMPORARY)
        with _listening(outside) as (ports, sockets):
            words = _words(root, outside, ports)
            for student in HONEST:
                submit(root, student, honest())
            submit(root, "somebody else", honest(area=f"# {OTHER_STUDENT}\n" + honest().cells[2].source))
            _grade(root, students=["somebody else"])
            _mark_by_hand(root)
            for name, attack in ATTACKS.items():
                _hand_in(root, name, attack, words)
            before = digests(root) | digests(outside)
            patch = pytest.MonkeyPatch()
            patch.setenv(VARIABLE, ENVIRONMENT)
            started = time.monotonic()
            try:
                results = _grade(root)
            finally:
                patch.undo()
            seconds = time.monotonic() - started
            write_feedback(Course(root))
            connections = [name for name, each in sockets.items() if _was_reached(each)]
        yield Class(root, results, before, outside, connections, seconds)


def digests(folder: Path) -> dict[str, str]:
    """A digest of each file below a folder, but for those that grading writes."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("autograded", "feedback")]
        for name in names:
            path = os.path.join(place, name)
            if not name.startswith("gradebook.db") and (os.path.isfile(path) or os.path.islink(path)):
                content = os.readlink(path).encode() if os.path.islink(path) else Path(path).read_bytes()
                found[path] = hashlib.sha256(content).hexdigest()
    return found


def _grade(root: Path, **options) -> dict[str, Result]:
    results = grade_course(
        Course(root), jobs=2, limits=TIGHT, isolation=Isolation(sandbox="require"), **options
    )
    return {result.student: result for result in results}


def _words(root: Path, outside: Path, ports: dict[str, str]) -> dict[str, str]:
    """What the words in the attacks' code stand for."""
    return {
        "@ROOT@": str(root),
        "@TEMPORARY@": str(outside),
        "@CHAPTER@": CHAPTER,
        "@SEED@": str(SEED),
        "@MARK@": "outlives-the-notebook",
        **ports,
    }


def _hand_in(root: Path, student: str, attack: Attack, words: dict[str, str]) -> None:
    folder = root / "submitted" / student / CHAPTER
    folder.mkdir(parents=True)
    notebook = attack.notebook(words)
    if notebook is not None:
        submit(root, student, notebook)
    for name, content in attack.files.items():
        path = os.path.join(os.fsencode(folder), name.encode() if isinstance(name, str) else name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if isinstance(content, Path):
            os.symlink(put_in(str(content), words), path)
        else:
            with open(path, "wb") as file:
                file.write(content)


def _mark_by_hand(root: Path) -> None:
    with Gradebook(f"sqlite:///{root}/gradebook.db", "hostile") as gradebook:
        gradebook.find_grade("scale-hidden", CHAPTER, CHAPTER, "somebody else").extra_credit = 0.5
        gradebook.find_comment("scale", CHAPTER, CHAPTER, "somebody else").manual_comment = GRADEBOOK
        gradebook.db.commit()


class _listening:  # noqa: N801 (used as a with statement)
    """Sockets that wait for a submission to get through."""

    def __init__(self, folder: Path):
        self._folder = folder

    def __enter__(self):
        abstract = f"hiddenlayers-{os.getpid()}"
        tcp = socket.create_server(("127.0.0.1", 0))
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", tcp.getsockname()[1]))
        path = self._folder / "socket"
        unix, hidden = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        unix.bind(str(path))
        path.chmod(0o777)
        hidden.bind(f"\0{abstract}")
        for each in (unix, hidden):
            each.listen()
        self._sockets = {"TCP": tcp, "UDP": udp, "a file": unix, "abstract": hidden}
        words = {"@PORT@": str(tcp.getsockname()[1]), "@SOCKET@": str(path), "@ABSTRACT@": abstract}
        return words, self._sockets

    def __exit__(self, *_):
        for each in self._sockets.values():
            each.close()
        shutil.rmtree(self._folder / "socket", ignore_errors=True)


def _was_reached(each: socket.socket) -> bool:
    each.setblocking(False)
    try:
        each.recv(1) if each.type == socket.SOCK_DGRAM else each.accept()
    except BlockingIOError:
        return False
    return True
