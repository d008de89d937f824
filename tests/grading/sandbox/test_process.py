"""The warm process and its branches, from the grader's side."""

import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.course import Course
from hiddenlayers.grading.imports import modules_of, to_have_ready
from hiddenlayers.grading.sandbox.folder import PrivateFolder
from hiddenlayers.grading.sandbox.host import SandboxUnavailable
from hiddenlayers.grading.sandbox.process import Branch, WarmProcess
from tests.grading.sandbox.conftest import BOUNDS, Inside


def test_a_branch_forks_as_the_warm_process_does_and_is_another_process(warm):
    branch = Branch(warm.address)
    try:
        with branch.fork(BOUNDS, {}, key="key") as ours, warm.fork(BOUNDS, {}, key="key") as other:
            kernel = Inside(ours)
            assert kernel("print(1 + 1)") == "2"
            kernel.close()
            assert ours.alive()
            assert other.alive()
    finally:
        branch.close()


def test_a_branch_ends_with_the_process_that_asked_for_it_and_takes_its_forks_along(warm):
    code = f"""
import os, signal
from hiddenlayers.grading.sandbox.process import Branch
from hiddenlayers.grading.sandbox.bounds import Bounds
branch = Branch({warm.address!r})
with branch.fork(Bounds(500, 16, 200, 40), {{}}, key="key") as fork:
    print(fork.pid, flush=True)
    signal.pause()
"""
    asker = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pidfd = os.pidfd_open(int(asker.stdout.readline()))
    assert not select.select([pidfd], [], [], 0)[0]
    asker.kill()
    asker.communicate()
    assert select.select([pidfd], [], [], 30)[0]
    os.close(pidfd)
    assert warm.alive()


def test_a_branch_of_a_process_that_is_gone_is_refused(warm):
    other = WarmProcess().ready()
    other.close()
    with pytest.raises(SandboxUnavailable):
        Branch(other.address)


def test_a_temporary_folder_too_deep_for_sockets_is_said_with_the_cure(warm, tmp_path, monkeypatch):
    deep = tmp_path / ("very-long-name-" * 4)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    with pytest.raises(SandboxUnavailable, match="set TMPDIR to a shorter one"):
        WarmProcess()


def test_what_is_imported_later_is_there_in_later_forks(warm, enter):
    warm.ready(["colorsys", "no_such_module"])
    assert "no_such_module" in warm.missing_imports
    assert enter()("import sys; print('colorsys' in sys.modules)") == "True"


def test_what_a_killed_grader_left_behind_is_removed_by_the_next_one():
    code = """
import os
from hiddenlayers.grading.sandbox.folder import PrivateFolder
print(PrivateFolder().path, flush=True)
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=False)
    left = Path(done.stdout.strip())
    assert left.is_dir()
    mine, other = PrivateFolder(), PrivateFolder()
    assert not left.exists()
    assert mine.path.is_dir()
    mine.remove()
    other.remove()
    assert not mine.path.exists()


def test_importing_what_the_chapters_import_leaves_a_process_that_can_be_forked():
    """TensorFlow has executed nothing: its eager context, which has threads, is not there yet."""
    course = Course(Path(__file__).parents[3])
    sources = (cell.source for name in course.chapters for cell in read_chapter(course.chapter(name)).cells)
    warm = WarmProcess(to_have_ready(modules_of(sources)))
    try:
        assert warm.ready().threads_after_import == 1
        assert "tensorflow" not in warm.missing_imports
        with warm.fork(BOUNDS, {}, key="key") as fork:
            inside = Inside(fork)
            inside("from tensorflow.python.eager import context")
            assert inside("print(context.context()._initialized)") == "False"
            assert inside("import tensorflow; print(int(tensorflow.constant(2) + 3))") == "5"
            inside.close()
    finally:
        warm.close()


def test_a_module_that_starts_threads_when_it_is_imported_is_left_to_the_notebooks(tmp_path):
    (tmp_path / "restless.py").write_text(
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()"
    )
    (tmp_path / "calm.py").write_text("")
    code = "from hiddenlayers.grading.sandbox.warm import _import; print(_import(['restless', 'calm', 'absent']))"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]),
        "OMP_NUM_THREADS": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "{'missing': ['restless', 'absent'], 'threads': 1}", done.stderr
