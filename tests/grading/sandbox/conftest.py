import contextlib

import pytest
from jupyter_client import BlockingKernelClient

from hiddenlayers.grading.kernel import connect
from hiddenlayers.grading.sandbox.bounds import Bounds
from hiddenlayers.grading.sandbox.fork import KERNEL_PORTS
from hiddenlayers.grading.sandbox.host import SandboxUnavailable
from hiddenlayers.grading.sandbox.process import WarmProcess

BOUNDS = Bounds(memory_mb=500, disk_mb=16, files=200, processes=40)


@pytest.fixture(scope="session")
def warm():
    """A warm process that imports only what every kernel needs, so that the tests are quick."""
    try:
        process = WarmProcess().ready()
    except SandboxUnavailable as reason:
        pytest.skip(str(reason))
    yield process
    process.close()


class Inside:
    """Runs code in a sandboxed kernel and returns what it prints."""

    def __init__(self, fork):
        self.fork = fork
        self._client = BlockingKernelClient(transport="ipc", ip=fork.address, **KERNEL_PORTS)
        self._client.session.key = b"key"
        connect(self._client, 60)

    def __call__(self, code, timeout=30):
        printed = []

        def hook(message):
            content = message["content"]
            if message["msg_type"] == "stream":
                printed.append(content["text"])
            elif message["msg_type"] == "error":
                printed.append(f"{content['ename']}: {content['evalue']}")

        self._client.execute_interactive(code, output_hook=hook, timeout=timeout, allow_stdin=False)
        return "".join(printed).strip()

    def start(self, code):
        """Begin to run code, and wait until it prints something."""
        self._client.execute(code)
        while self._client.get_iopub_msg(timeout=20)["msg_type"] != "stream":
            pass

    def close(self):
        self._client.stop_channels()


@pytest.fixture
def enter(warm):
    """Open a sandboxed kernel; several may be open at once."""
    with contextlib.ExitStack() as stack:

        def open_one(bounds=BOUNDS, files=None, environment=None):
            fork = stack.enter_context(warm.fork(bounds, environment or {}, key="key", files=files))
            inside = Inside(fork)
            stack.callback(inside.close)
            return inside

        yield open_one


@pytest.fixture
def inside(enter):
    return enter()
