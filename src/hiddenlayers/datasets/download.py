"""One download by pooch: to a temporary file, checked, moved into place; without an answer no second try."""

import threading
import time
from concurrent.futures import Future, wait
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import pooch

from hiddenlayers.datasets.manifest import DataFile
from hiddenlayers.session import say

PATIENCE = 5.0  # seconds without an answer

# Why nothing more is downloaded in this process, by address; under "" the reason that holds for all of them.
_given_up: dict[str, str] = {}


class DownloadError(Exception):
    """A download failed; the text is the reason in the learner's language, to stand inside a sentence."""


class _Progress:
    """The progress bar that pooch drives: counts bytes and remembers when the last ones came."""

    def __init__(self):
        self.received = 0
        self.heard = time.monotonic()
        self.abandoned = False

    def update(self, size: int) -> None:
        if self.abandoned:
            raise InterruptedError("nobody waits for this download any more")  # pooch then removes its file
        self.received += size
        self.heard = time.monotonic()

    def reset(self) -> None:
        self.received = 0

    def close(self) -> None:
        self.heard = time.monotonic()


def download(file: DataFile, folder: Path) -> Path:
    """Fetch a file of the manifest into `folder`, showing the progress on standard output.

    A file of that name is replaced once the new one is proven.

    Raises:
        DownloadError: no answer within 5 s, an HTTP error, a wrong checksum, a full disk. After silence no
            address is tried again in this process, after another failure not this one.
    """
    for key in ("", file.url):
        if key in _given_up:
            raise DownloadError(_given_up[key])
    host = urlsplit(file.url).hostname
    progress = _Progress()
    result = Future()
    # In a thread of its own: looking up a name or trying all addresses of a host may take much longer.
    threading.Thread(target=_retrieve, args=(file, folder, progress, result), daemon=True).start()
    try:
        _watch(file, host, progress, result)
        if not result.done():
            _give_up("", say(f"no answer from {host}", f"{host}에서 응답이 없음"))
        return result.result()
    except ValueError:  # pooch found another checksum
        _give_up(
            file.url,
            say(
                f"what {host} sent has a wrong checksum, a login page or a proxy may have answered",
                f"{host}에서 받은 내용의 체크섬이 다름, 로그인 페이지나 프록시의 응답일 수 있음",
            ),
        )
    except OSError as error:
        if not hasattr(error, "response"):  # not one of requests' exceptions: the disk, not the network
            _give_up(file.url, error.strerror or str(error))
        if error.response is None:
            _give_up("", say(f"{host} cannot be reached", f"{host}에 연결할 수 없음"))
        answer = f"{error.response.status_code} {error.response.reason}"
        _give_up(file.url, say(f"{host} answered {answer}", f"{host}의 응답: {answer}"))
    finally:
        progress.abandoned = True


def _retrieve(file: DataFile, folder: Path, progress: _Progress, result: Future) -> None:
    pooch.get_logger().setLevel("WARNING")  # it tells standard error what `_watch` shows
    downloader = pooch.HTTPDownloader(progressbar=progress, chunk_size=2**16, timeout=PATIENCE)
    try:
        path = pooch.retrieve(file.url, f"sha256:{file.sha256}", file.name, folder, downloader=downloader)
        result.set_result(Path(path))
    except BaseException as error:
        result.set_exception(error)


def _watch(file: DataFile, host: str, progress: _Progress, result: Future) -> None:
    """Wait until the download is over or silent for too long; draw its progress in steps of 5 %."""
    drawn = None
    waiting = True
    while waiting:
        waiting = not wait([result], timeout=0.05).done and time.monotonic() - progress.heard < PATIENCE
        step = min(100, 5 * (20 * progress.received // file.size))
        if progress.received and step != drawn:
            print(f"\r{file.name} from {host}: {step:3d} % of {file.size / 1e6:.1f} MB", end="", flush=True)
            drawn = step
    if drawn is not None:
        print()


def _give_up(address: str, reason: str) -> NoReturn:
    _given_up[address] = reason
    raise DownloadError(reason)
