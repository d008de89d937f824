from pathlib import Path

import pytest
from typer.testing import CliRunner

from hiddenlayers.datasets.commands import app
from hiddenlayers.errors import HiddenLayersError

from .conftest import GOOD


def run(*arguments):
    """The exit code and the output, spaces folded."""
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, " ".join(result.output.split())


def test_list_shows_every_data_set_of_the_course_as_not_here(course):
    code, output = run("list")
    assert code == 0
    assert (
        "mnist 60,000 + 10,000 grey images of handwritten digits, 28 × 28 11.5 MB CC BY-SA 3.0 not here"
        in output
    )
    assert output.count("not here") == 8
    assert f"Looked for in data ({course / 'data'})" in output


def test_list_shows_where_a_data_set_is_and_what_is_broken(server, put):
    put(Path.home() / ".keras/datasets/mnist.npz")
    put(Path("data/mnist/mnist.npz"), b"broken")
    code, output = run("list")
    assert code == 0
    assert "~/.keras/datasets; broken: data/mnist/mnist.npz" in output


def test_list_counts_the_parts_of_an_incomplete_data_set(course, put, monkeypatch):
    put(Path("data/fashion-mnist/t10k-labels-idx1-ubyte.gz"), b"broken")
    _, output = run("list")
    assert "MIT broken: data/fashion-mnist/t10k-labels-idx1-ubyte.gz" in output
    put(Path("data/aapl/AAPL.csv"), b"Date,Close\n")
    _, output = run("list")
    assert "personal use data/aapl" in output


def test_fetch_downloads_what_is_missing_and_leaves_the_rest(server):
    code, output = run("fetch", "mnist")
    assert code == 0
    assert "mnist images fetched, data/mnist/mnist.npz" in output
    assert Path("data/mnist/mnist.npz").read_bytes() == GOOD
    code, output = run("fetch")
    assert code == 0
    assert "mnist images here already, data/mnist/mnist.npz" in output
    assert server.requests == ["/mnist.npz"]


def test_fetch_replaces_a_broken_file(server, put):
    put(Path("data/mnist/mnist.npz"), GOOD[:50])
    assert run("fetch", "mnist")[0] == 0
    assert Path("data/mnist/mnist.npz").read_bytes() == GOOD


def test_fetch_gives_the_reason_and_exit_code_1_where_it_fails(server):
    server.answer = "missing"
    code, output = run("fetch", "mnist")
    assert code == 1
    assert "mnist images not fetched: 127.0.0.1 answered 404 Not Found" in output


def test_fetch_says_how_to_make_what_has_no_address(course):
    code, output = run("fetch", "aapl")
    assert code == 1
    assert 'make AAPL.csv yourself: yfinance.download("AAPL"' in output


def test_verify_tells_ok_broken_and_missing_apart(server, put):
    code, output = run("verify")
    assert code == 1
    assert "mnist images mnist.npz missing" in output
    put(Path("data/mnist/mnist.npz"))
    code, output = run("verify", "mnist")
    assert code == 0
    assert "mnist images data/mnist/mnist.npz ok" in output
    put(Path.home() / ".keras/datasets/mnist.npz", GOOD[:-1] + b"!")
    code, output = run("verify")
    assert code == 1
    assert "data/mnist/mnist.npz ok" in output
    assert "~/.keras/datasets/mnist.npz broken: wrong SHA-256" in output


@pytest.mark.parametrize("verb", ["fetch", "verify"])
def test_an_unknown_name_is_a_users_mistake(course, verb):
    with pytest.raises(HiddenLayersError, match="No data set mnits: there are mnist"):
        run(verb, "mnits")


def test_an_unknown_verb_is_misuse(course):
    assert run("fecth")[0] == 2


def test_a_missing_folder_in_the_environment_is_a_users_mistake(course, monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_DATA", "nowhere")
    for verb in ("list", "fetch", "verify"):
        with pytest.raises(HiddenLayersError, match="HIDDENLAYERS_DATA is nowhere"):
            run(verb)
