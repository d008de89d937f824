import io
import socket
import threading
import time
from dataclasses import replace

import pooch
import pytest

from hiddenlayers.datasets import download as module
from hiddenlayers.datasets import manifest
from hiddenlayers.datasets.download import DownloadError, download

from .conftest import GOOD


@pytest.fixture
def file(server):
    return manifest.manifest()["mnist"].files[0]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


def test_a_download_is_checked_and_shows_its_progress_on_standard_output(file, folder, capsys, monkeypatch):
    (to_standard_error,) = pooch.get_logger().handlers  # bound when pooch was imported, so capsys misses it
    logged = io.StringIO()
    monkeypatch.setattr(to_standard_error, "stream", logged)
    pooch.get_logger().setLevel("INFO")  # as it is before the first download
    path = download(file, folder)
    assert path == folder / "mnist.npz"
    assert path.read_bytes() == GOOD
    assert list(folder.iterdir()) == [path]
    output = capsys.readouterr()
    assert output.out.endswith("mnist.npz from 127.0.0.1: 100 % of 0.0 MB\n")
    assert output.err == logged.getvalue() == ""


def test_a_login_page_in_the_place_of_the_file_is_refused(file, server, folder):
    server.answer = "login page"
    with pytest.raises(DownloadError, match=r"127\.0\.0\.1 sent has a wrong checksum"):
        download(file, folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("answer", ["silent", "stalls"])
def test_silence_ends_the_download_and_every_later_one(file, server, folder, monkeypatch, answer):
    monkeypatch.setattr(module, "PATIENCE", 0.3)
    server.answer = answer
    begin = time.monotonic()
    with pytest.raises(DownloadError, match=r"no answer from|cannot be reached"):
        download(file, folder)
    assert time.monotonic() - begin < 5
    other = replace(file, url=file.url.replace("mnist.npz", "other.npz"))
    with pytest.raises(DownloadError):
        download(other, folder)
    assert len(server.requests) == 1
    assert not (folder / "mnist.npz").exists()


def test_a_name_that_resolves_too_slowly_counts_as_no_answer_and_nothing_arrives_later(
    file, server, folder, monkeypatch
):
    released = threading.Event()
    resolve = socket.getaddrinfo

    def resolve_slowly(host, *args, **kwargs):
        released.wait(30)
        return resolve("127.0.0.1", *args, **kwargs)

    monkeypatch.setattr(module, "PATIENCE", 0.3)
    monkeypatch.setattr(socket, "getaddrinfo", resolve_slowly)
    monkeypatch.setenv("NO_PROXY", "data.example")
    before = set(threading.enumerate())
    with pytest.raises(DownloadError, match=r"no answer from data\.example"):
        download(replace(file, url=file.url.replace("127.0.0.1", "data.example")), folder)
    (worker,) = (thread for thread in set(threading.enumerate()) - before if "_retrieve" in thread.name)
    released.set()
    worker.join(10)
    assert server.requests == ["/mnist.npz"]
    assert list(folder.iterdir()) == []


def test_a_connection_that_breaks_off_leaves_nothing_behind(file, server, folder):
    server.answer = "breaks off"
    with pytest.raises(DownloadError, match="cannot be reached"):
        download(file, folder)
    assert list(folder.iterdir()) == []


def test_no_network_is_found_out_once(file, folder, server):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{free.getsockname()[1]}/mnist.npz"
    with pytest.raises(DownloadError, match=r"127\.0\.0\.1 cannot be reached"):
        download(replace(file, url=dead), folder)
    with pytest.raises(DownloadError, match="cannot be reached"):
        download(file, folder)
    assert server.requests == []


def test_an_address_that_fails_is_not_asked_twice_but_others_are(file, server, folder):
    server.answer = "missing"
    for _ in range(2):
        with pytest.raises(DownloadError, match="answered 404 Not Found"):
            download(file, folder)
    assert server.requests == ["/mnist.npz"]
    server.answer = "good"
    assert download(replace(file, url=file.url + "?again"), folder).read_bytes() == GOOD


def test_a_full_disk_is_named(file, folder, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.move", fail)
    with pytest.raises(DownloadError, match="No space left on device"):
        download(file, folder)
    assert list(folder.iterdir()) == []
