import hashlib
import os
from pathlib import Path

import pytest

from hiddenlayers.datasets import manifest, store
from hiddenlayers.datasets.manifest import DataFile, select
from hiddenlayers.errors import HiddenLayersError

from .conftest import GOOD

DAMAGED = GOOD[:-1] + bytes([GOOD[-1] ^ 1])


def found():
    copies = store.find("mnist", "images")
    return copies and copies[0].label


def test_the_search_goes_from_the_folder_of_the_environment_to_the_one_of_keras(
    server, put, tmp_path, monkeypatch
):
    home = Path.home()
    given = put(tmp_path / "given/mnist/mnist.npz")
    monkeypatch.setenv("HIDDENLAYERS_DATA", str(tmp_path / "given"))
    in_course = put(Path("data/mnist/mnist.npz"))
    in_cache = put(store.own_places()[1].folder / "mnist/mnist.npz")
    of_keras = put(home / ".keras/datasets/mnist.npz")
    labels = []
    for path in (given, in_course, in_cache, of_keras):
        labels.append(found())
        path.unlink()
    cache = store.own_places()[1].folder.relative_to(home).as_posix()
    assert labels == [
        "$HIDDENLAYERS_DATA/mnist/mnist.npz",
        "data/mnist/mnist.npz",
        f"~/{cache}/mnist/mnist.npz",
        "~/.keras/datasets/mnist.npz",
    ]
    assert server.requests == []
    assert found() == "data/mnist/mnist.npz"
    assert server.requests == ["/mnist.npz"]


def test_the_course_is_found_from_a_folder_inside_it(server, put, course, monkeypatch):
    put(course / "data/mnist/mnist.npz")
    monkeypatch.chdir(course / "chapters")
    assert found() == "data/mnist/mnist.npz"


def test_outside_a_course_downloads_go_to_the_users_cache_folder(server, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (copy,) = store.find("mnist", "images")
    assert copy.path.read_bytes() == GOOD
    assert Path.home() in copy.path.parents
    assert not (tmp_path / "data").exists()


def test_keras_home_is_respected_and_never_written_to(server, put, tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    path = put(tmp_path / "keras/datasets/mnist.npz", DAMAGED)
    assert found() == "data/mnist/mnist.npz"
    assert path.read_bytes() == DAMAGED
    put(path)
    Path("data/mnist/mnist.npz").unlink()
    assert found() == "$KERAS_HOME/datasets/mnist.npz"


def test_a_relative_folder_of_the_environment_stays_right_when_the_notebook_changes_its_folder(
    server, put, course, monkeypatch
):
    monkeypatch.setenv("HIDDENLAYERS_DATA", "given")
    put(course / "given/mnist/mnist.npz")
    assert found() == "$HIDDENLAYERS_DATA/mnist/mnist.npz"
    monkeypatch.chdir(course / "chapters")
    assert found() == "$HIDDENLAYERS_DATA/mnist/mnist.npz"
    assert os.environ["HIDDENLAYERS_DATA"] == str(course / "given")


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_an_environment_that_names_no_folder_is_an_error_with_its_cure(server, course, monkeypatch, kind):
    if kind == "file":
        (course / "nowhere").touch()
    monkeypatch.setenv("HIDDENLAYERS_DATA", "nowhere")
    with pytest.raises(
        HiddenLayersError, match="HIDDENLAYERS_DATA is nowhere, which is not a folder: correct it"
    ):
        found()
    monkeypatch.setenv("HIDDENLAYERS_LANG", "ko")
    with pytest.raises(HiddenLayersError, match="폴더가 아닙니다"):
        found()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (GOOD[:100], f"it has 100 bytes instead of {len(GOOD):,}"),
        (b"", f"it has 0 bytes instead of {len(GOOD):,}"),
        (DAMAGED, "wrong SHA-256"),
    ],
    ids=["half-written", "empty", "damaged"],
)
def test_a_broken_file_is_replaced_by_a_download(server, put, capsys, content, complaint):
    path = put(Path("data/mnist/mnist.npz"), content)
    assert found() == "data/mnist/mnist.npz"
    assert path.read_bytes() == GOOD
    output = capsys.readouterr().out
    assert output.startswith(f"data/mnist/mnist.npz is not used: {complaint}")
    assert "Delete it; `hiddenlayers data fetch mnist` fetches it anew." in output


def test_a_broken_file_is_never_used_and_stays_where_it_cannot_be_replaced(server, put, capsys):
    server.answer = "missing"
    path = put(Path("data/mnist/mnist.npz"), DAMAGED)
    assert store.find("mnist", "images") is None
    assert path.read_bytes() == DAMAGED
    assert "data/mnist/mnist.npz is not used" in capsys.readouterr().out


def test_a_broken_file_does_not_hide_a_good_one_further_on(server, put):
    put(Path("data/mnist/mnist.npz"), DAMAGED)
    put(Path.home() / ".keras/datasets/mnist.npz")
    assert found() == "~/.keras/datasets/mnist.npz"
    assert server.requests == []


def test_a_folder_in_the_place_of_a_file_is_passed_over(server, capsys):
    Path("data/mnist/mnist.npz").mkdir(parents=True)
    assert store.find("mnist", "images") is None
    assert "data/mnist/mnist.npz is not used: it is a folder" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_passed_over(server, put, capsys, monkeypatch):
    path = put(Path("data/mnist/mnist.npz"))
    put(Path.home() / ".keras/datasets/mnist.npz")
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self.samefile(path):
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    assert found() == "~/.keras/datasets/mnist.npz"
    assert "it cannot be read, Permission denied" in capsys.readouterr().out


def test_where_data_cannot_be_written_the_download_goes_to_the_users_cache_folder(server, capsys):
    Path("data").touch()  # a file, so that nobody, not even root, can make a folder of it
    (copy,) = store.find("mnist", "images")
    assert copy.path.read_bytes() == GOOD
    assert copy.label.startswith("~/")
    assert "data/mnist cannot be written to" in capsys.readouterr().out
    assert store.find("mnist", "images") == (copy,)
    assert server.requests == ["/mnist.npz"]


def test_where_nothing_can_be_written_the_sample_stands_in(server, capsys):
    for place in store.own_places():
        place.folder.parent.mkdir(parents=True, exist_ok=True)
        place.folder.touch()
    assert store.find("mnist", "images") is None
    output = capsys.readouterr().out
    assert "set HIDDENLAYERS_DATA to a folder that holds the data" in output
    assert "cannot be fetched (no folder to write it to)" in output
    assert server.requests == []


def test_an_accepted_variant_is_found_under_its_own_name(server, put, monkeypatch):
    small = manifest.manifest()["mnist"]
    packed = DataFile(
        "images", "mnist.npz.gz", 3, hashlib.sha256(b"abc").hexdigest(), made="gzip -9n mnist.npz"
    )
    again = DataFile("images", "mnist.npz", 2, hashlib.sha256(b"xy").hexdigest(), made="saved again")
    both = type(small)(**{**vars(small), "files": (*small.files, packed, again)})
    monkeypatch.setattr(manifest, "manifest", lambda: {"mnist": both})
    path = put(Path("data/mnist/mnist.npz.gz"), b"abc")
    assert found() == "data/mnist/mnist.npz.gz"
    path.unlink()
    put(Path("data/mnist/mnist.npz"), b"xy")
    assert found() == "data/mnist/mnist.npz"
    put(Path("data/mnist/mnist.npz"), b"abc")
    assert [copy.fault != "" for copy in store.copies(both, "images")] == [True]
    assert server.requests == []


def test_all_parts_or_none(server, put, monkeypatch, capsys):
    small = manifest.manifest()["mnist"]
    labels = DataFile("labels", "labels.csv", exempt="changes daily", made="written by hand")
    both = type(small)(**{**vars(small), "files": (*small.files, labels)})
    monkeypatch.setattr(manifest, "manifest", lambda: {"mnist": both})
    assert store.find("mnist", "images", "labels") is None
    assert "make labels.csv yourself: written by hand" in capsys.readouterr().out
    put(Path("data/mnist/labels.csv"), b"whatever")
    assert [copy.part for copy in store.find("mnist", "labels", "images")] == ["labels", "images"]


def test_a_file_without_checksum_must_not_be_empty(course, put):
    (prices,) = select(["aapl"])
    put(Path("data/aapl/AAPL.csv"), b"Date,Close\n2015-01-02,27.33\n")
    assert not store.find_good(prices, "prices").fault
    put(Path("data/aapl/AAPL.csv"), b"")
    assert store.find_good(prices, "prices") is None


def test_a_file_is_hashed_once_in_a_process_and_again_after_a_change(server, put, monkeypatch):
    hashed = []
    digest = hashlib.file_digest
    monkeypatch.setattr(hashlib, "file_digest", lambda *args: hashed.append(1) or digest(*args))
    path = put(Path("data/mnist/mnist.npz"))
    assert found() == found() == "data/mnist/mnist.npz"
    assert len(hashed) == 1
    path.write_bytes(DAMAGED)
    os.utime(path, ns=(1, 1))
    found()
    assert path.read_bytes() == GOOD


def test_while_grading_nothing_is_looked_for_hashed_or_fetched(server, put, capsys, monkeypatch):
    put(Path("data/mnist/mnist.npz"))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert store.find("mnist", "images") is None
    monkeypatch.setenv("HIDDENLAYERS_DATA", "nowhere")
    assert store.find("mnist", "images") is None
    assert capsys.readouterr().out == ""
    assert server.requests == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "MNIST is not here and cannot be fetched (127.0.0.1 answered 404 Not Found)",
                "offline sample",
                "restart the kernel",
                "in a terminal",
            ],
        ),
        ("ko", ["MNIST 데이터가 없고", "127.0.0.1의 응답: 404 Not Found", "오프라인 표본", "터미널에서"]),
    ],
)
def test_the_sample_is_announced_once_in_the_learners_language(server, capsys, monkeypatch, language, words):
    monkeypatch.setenv("HIDDENLAYERS_LANG", language)
    server.answer = "missing"
    assert store.find("mnist", "images") is None
    output = capsys.readouterr()
    assert all(word in output.out for word in [*words, "hiddenlayers data fetch mnist"])
    assert output.err == ""
    assert str(Path.home()) not in output.out
    assert store.find("mnist", "images") is None
    assert capsys.readouterr().out == ""


@pytest.mark.real_data
@pytest.mark.skipif(not os.environ.get("HIDDENLAYERS_DATA"), reason="HIDDENLAYERS_DATA is not set")
@pytest.mark.parametrize("name", manifest.manifest())
def test_the_real_files_are_those_of_the_manifest(name):
    if not (Path(os.environ["HIDDENLAYERS_DATA"]) / name).is_dir():
        pytest.skip(f"no {name} there")
    (data_set,) = select([name])
    for part in data_set.parts:
        given = [copy for copy in store.copies(data_set, part) if copy.label.startswith("$HIDDENLAYERS_DATA")]
        assert given, part
        assert [copy.fault for copy in given] == [""] * len(given)
