"""Running a notebook: outputs, limits, and a kernel that may die."""

import json
import pickle
import shutil
import sys
from functools import partial

import pytest
from nbformat import v4

from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading import workplace
from hiddenlayers.grading.execute import execute
from hiddenlayers.grading.intake import from_bytes, to_bytes
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.reasons import Ungradable
from hiddenlayers.grading.sandbox.host import SandboxUnavailable
from tests.grading.small_course import write

QUICK = Limits(cell_seconds=1, submission_seconds=30, output_bytes=1000)

ENVIRONMENT = {
    "HIDDENLAYERS_PROFILE": "grading",
    "HIDDENLAYERS_LANG": "ko",
    "NBGRADER_EXECUTION": "autograde",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",
    "OMP_NUM_THREADS": "1",
}


def run(*sources, limits=QUICK, language="en", **options):
    notebook = v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])
    notebook.metadata["hiddenlayers"] = {"language": language}
    content, facts = execute(to_bytes(notebook), limits, **options)
    return from_bytes(content).cells, facts


def text(cell):
    return "".join(output.get("text", "") for output in cell.outputs)


def error(cell):
    (found,) = [output for output in cell.outputs if output.output_type == "error"]
    return found


@pytest.fixture(scope="module")
def session():
    """One kernel for the behaviours that do not end it."""
    sources = {
        "print": "print('a'); print('b')",
        "result": "6 * 7",
        "raise": "1 / 0",
        "after": "print('still here')",
        "input": "input()",
        "flood": "print('x' * 5000); raise ValueError('y' * 9000)",
        "flooded result": "print('x' * 5000)\n0.25",
        "display": "from IPython.display import clear_output, display\n"
        "shown = display('old', display_id='d'); print('gone'); clear_output(); shown = display('old', display_id='d')",
        "update": "shown.update('new')",
        "no traceback": "get_ipython().showtraceback = lambda *a, **k: None\n1 / 0",
        "environment": f"import os\nfor name in {list(ENVIRONMENT)}: print(f'{{name}}={{os.environ.get(name)}}')",
        "files": "print(sorted(os.listdir()), open('data/a.csv').read())",
        "quiet loop": "while True: pass",
        "end": "print('end')",
    }
    cells, facts = run(
        *sources.values(),
        language="ko",
        limits=Limits(cell_seconds=1, output_bytes=1000, threads=1),
        files={"data/a.csv": b"1,2"},
        seed=17,
    )
    return dict(zip(sources, cells, strict=True)), facts


def test_outputs_are_collected_and_errors_do_not_stop_the_notebook(session):
    cells, facts = session
    assert text(cells["print"]) == "a\nb\n"
    assert cells["result"].outputs[0].data["text/plain"] == "42"
    assert error(cells["raise"]).ename == "ZeroDivisionError"
    assert text(cells["after"]) == "still here\n"
    assert facts.cells_run == len(cells)
    assert not facts.kernel_died
    assert facts.seconds > 1
    assert facts.memory_mb is None or facts.memory_mb > 10


def test_input_raises_instead_of_waiting(session):
    assert error(session[0]["input"]).ename == "StdinNotImplementedError"


def test_output_is_cut_but_the_error_and_the_score_stay(session):
    cells, facts = session
    assert len(text(cells["flood"])) < 1200
    assert "출력이 잘렸습니다" in text(cells["flood"])
    assert error(cells["flood"]).ename == "ValueError"
    assert len(error(cells["flood"]).evalue) == 2000
    assert cells["flooded result"].outputs[-1].data["text/plain"] == "0.25"
    assert "output-cut" in {reason.code for reason in facts.reasons}


def test_displays_are_updated_and_cleared(session):
    cells, _ = session
    assert text(cells["display"]) == ""
    assert [output.data["text/plain"] for output in cells["display"].outputs] == ["'new'"]


def test_an_error_shows_even_with_tracebacks_switched_off(session):
    assert error(session[0]["no traceback"]).ename == "ZeroDivisionError"


def test_the_kernel_knows_that_it_is_graded(session):
    assert dict(line.split("=") for line in text(session[0]["environment"]).split()) == ENVIRONMENT


@pytest.mark.parametrize(("judge", "seed"), [("outside", "None"), ("inside", "17")])
def test_the_kernel_knows_the_seed_only_if_it_runs_the_checks(judge, seed):
    cells, _ = run(
        "import os; print(os.environ.get('HIDDENLAYERS_SEED'))", seed=17, isolation=Isolation(judge=judge)
    )
    assert text(cells[0]) == f"{seed}\n"


def test_the_kernel_runs_in_a_folder_that_holds_the_given_files_only(session):
    assert text(session[0]["files"]) == "['data'] 1,2\n"


def test_an_endless_loop_is_stopped_and_the_next_cell_runs(session):
    cells, facts = session
    assert error(cells["quiet loop"]).evalue == "셀 하나가 1초가 넘게 걸려 중단되었습니다."
    assert text(cells["end"]) == "end\n"
    assert "cell-time" in {reason.code for reason in facts.reasons}


def test_a_dead_kernel_costs_only_the_cells_that_did_not_run():
    cells, facts = run(
        "print('before')", "print('last words', flush=True)\nimport os\nos._exit(0)", "print('after')"
    )
    assert text(cells[0]) == "before\n"
    assert error(cells[1]).evalue.startswith("The kernel died")
    assert error(cells[2]).evalue.startswith("Not run")
    assert [cell.execution_count for cell in cells] == [1, 2, None]
    assert facts.kernel_died
    assert facts.cells_run == 2


def test_a_cell_that_swallows_the_interrupt_is_killed():
    loop = "import time\nwhile True:\n    try:\n        time.sleep(60)\n    except KeyboardInterrupt:\n        pass"
    cells, facts = run("print('before')", loop, "print('after')")
    assert text(cells[0]) == "before\n"
    assert "longer than 1 s" in error(cells[1]).evalue
    assert error(cells[2]).evalue.startswith("Not run")
    assert facts.kernel_died


def test_the_whole_notebook_has_a_limit():
    sleep = "import time\ntime.sleep(0.8)"
    cells, facts = run(sleep, sleep, sleep, sleep, limits=Limits(cell_seconds=5, submission_seconds=2))
    assert not cells[0].outputs
    assert error(cells[3]).evalue.startswith("The whole notebook")
    assert cells[3].execution_count is None
    assert [reason.code for reason in facts.reasons] == ["total-time"]


def test_an_unknown_kernel_is_a_reason_unless_it_is_another_python():
    notebook = v4.new_notebook(cells=[v4.new_code_cell("print(1)")])
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    with pytest.raises(Ungradable) as caught:
        execute(to_bytes(notebook))
    assert caught.value.reason.code == "no-kernel"
    notebook.metadata.kernelspec = {"name": "conda-base-py", "display_name": "Python", "language": "python"}
    content, _ = execute(to_bytes(notebook))
    assert text(from_bytes(content).cells[0]) == "1\n"


def test_its_arguments_and_results_travel_to_other_processes():
    task = partial(
        execute, to_bytes(v4.new_notebook(cells=[v4.new_markdown_cell("a")])), QUICK, {"a": b"1"}, 3
    )
    content, facts = pickle.loads(pickle.dumps(task))()
    assert pickle.loads(pickle.dumps((content, facts))) == (content, facts)


@pytest.mark.parametrize("isolation", [Isolation(proved=True), Isolation(sandbox="require")])
def test_where_the_sandbox_works_or_is_required_nothing_runs_without_it(isolation, monkeypatch):
    def gone(*_):
        raise SandboxUnavailable("The warm process is gone.")

    monkeypatch.setattr(workplace, "warm_process", gone)
    with pytest.raises(HiddenLayersError, match="is gone"):
        run("print(1)", isolation=isolation)


def test_a_judge_that_does_not_start_is_the_machines_failure(monkeypatch):
    monkeypatch.setattr(workplace.sys, "executable", shutil.which("true"))
    with pytest.raises(Ungradable) as caught, workplace._plain_judge({}):
        pass
    assert caught.value.reason.code == "kernel-start"


def test_a_kernel_that_the_sandbox_has_not_is_run_without_it_and_that_is_said(tmp_path, monkeypatch):
    spec = {"argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]}
    write(tmp_path / "kernels" / "other" / "kernel.json", json.dumps({**spec, "display_name": "Other"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    notebook = v4.new_notebook(cells=[v4.new_code_cell("print(1)")])
    notebook.metadata.kernelspec = {"name": "other", "display_name": "Other", "language": "python"}
    for sandbox, said in (("auto", ["no-sandbox"]), ("off", [])):
        content, facts = execute(to_bytes(notebook), isolation=Isolation(sandbox=sandbox, proved=True))
        assert text(from_bytes(content).cells[0]) == "1\n"
        assert [reason.code for reason in facts.reasons] == said
