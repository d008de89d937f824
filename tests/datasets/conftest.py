import hashlib
import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from hiddenlayers import session
from hiddenlayers.datasets import download, manifest, store
from hiddenlayers.datasets.manifest import DataFile, DataSet


def mnist_bytes() -> bytes:
    """A file like mnist.npz with 6 training and 2 test images."""
    file = io.BytesIO()
    x = np.arange(6 * 28 * 28).reshape(6, 28, 28).astype(np.uint8)
    y = np.array([7, 1, 2, 3, 4, 5], np.uint8)
    np.savez(file, x_train=x, y_train=y, x_test=x[:2], y_test=y[:2])
    return file.getvalue()


GOOD = mnist_bytes()
VARIABLES = (
    "HIDDENLAYERS_DATA",
    "HIDDENLAYERS_LANG",
    "HIDDENLAYERS_PROFILE",
    "KERAS_HOME",
    "NBGRADER_EXECUTION",
    "XDG_CACHE_HOME",
)


class Server:
    """A web server on this machine; `answer` says what it does, `requests` what it was asked for."""

    def __init__(self):
        self.answer = "good"
        self.requests = []
        self.released = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.requests.append(self.path)
                if server.answer == "silent":
                    server.released.wait(30)
                    return
                body = GOOD if server.answer != "login page" else b"<html>Please log in</html>"
                self.send_response(404 if server.answer == "missing" else 200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if server.answer == "stalls":
                    self.wfile.write(body[:100])
                    server.released.wait(30)
                elif server.answer == "breaks off":
                    self.wfile.write(body[:100])
                else:
                    self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}/mnist.npz"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self):
        self.released.set()
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture
def course(tmp_path, monkeypatch):
    """An empty course as current folder, an empty home, and a session that has not said or tried anything."""
    folder, home = tmp_path / "course", tmp_path / "home"
    (folder / "chapters").mkdir(parents=True)
    (folder / "nbgrader_config.py").touch()
    home.mkdir()
    for name in VARIABLES:
        monkeypatch.setenv(name, "")  # so that what the code sets is undone afterwards
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("COLUMNS", "250")
    monkeypatch.setattr(session, "_language", None)
    monkeypatch.setattr(store, "_told", set())
    monkeypatch.setattr(download, "_given_up", {})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def server(course, monkeypatch):
    """The course with a server, and with a manifest of one small data set that comes from there."""
    server = Server()
    images = DataFile(
        part="images",
        name="mnist.npz",
        size=len(GOOD),
        sha256=hashlib.sha256(GOOD).hexdigest(),
        url=server.url,
        keras="datasets/mnist.npz",
    )
    small = DataSet(
        name="mnist",
        title="MNIST",
        what="digits",
        source="here",
        licence="none",
        used="tests",
        sample="digits",
        files=(images,),
    )
    monkeypatch.setattr(manifest, "manifest", lambda: {"mnist": small})
    yield server
    server.close()


@pytest.fixture
def put(course):
    """Writes `content`, by default the good file, where the search may find it."""

    def write(path, content=GOOD):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return write
