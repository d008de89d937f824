"""Where the files of a data set are on this machine, and how one that is missing gets here.

The search, in order: `$HIDDENLAYERS_DATA`, `data/` of the course around the current folder, the user's cache
folder, the folder where Keras keeps its own (never written to), a download, and last the loader's offline
sample. A file counts only if its SHA-256 is in the manifest.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pooch

from hiddenlayers import session
from hiddenlayers.course import Course
from hiddenlayers.datasets.download import DownloadError, download
from hiddenlayers.datasets.manifest import DataFile, DataSet, select
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.session import say

SAMPLES = Path(__file__).with_name("samples")  # what ships with the package
_told: set[str] = set()  # what this process has said


@dataclass(frozen=True)
class Place:
    """A folder that may hold data. Messages, and so committed outputs, call it `label`, not by its path."""

    folder: Path
    label: str
    of_keras: bool = False


@dataclass(frozen=True)
class Copy:
    """A file of a data set as it lies in a place; `fault` says what is wrong with it, "" if nothing is."""

    part: str
    path: Path
    label: str
    fault: str


def find(name: str, *parts: str) -> tuple[Copy, ...] | None:
    """The files of data set `name` for `parts`, each proven; None where the loader takes its offline sample.

    None while grading, and where a file is neither here nor to be had; the reason is then printed once.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    if session.grading():
        return None
    (data_set,) = select([name])
    try:
        return tuple(find_good(data_set, part) or fetch(data_set, part) for part in parts)
    except DownloadError as error:
        tell(
            say(
                f"{data_set.title} is not here and cannot be fetched ({error}), so a small offline sample "
                "stands in for it. For the real data connect to the network and restart the kernel; "
                f"`hiddenlayers data fetch {name}`, run once in a terminal, fetches it beforehand.",
                f"{data_set.title} 데이터가 없고 내려받을 수도 없어({error}) 작은 오프라인 표본을 "
                "대신 씁니다. 실제 데이터를 쓰려면 네트워크에 연결한 뒤 커널을 다시 시작하십시오. 터미널에서 "
                f"`hiddenlayers data fetch {name}` 명령을 한 번 실행해 미리 받아 둘 수도 있습니다.",
            )
        )
        return None


def find_good(data_set: DataSet, part: str) -> Copy | None:
    """The first good copy of `part`; tells about each faulty one that it passes over."""
    for copy in copies(data_set, part):
        if not copy.fault:
            return copy
        tell(
            say(
                f"{copy.label} is not used: {copy.fault}. Delete it; "
                f"`hiddenlayers data fetch {data_set.name}` fetches it anew.",
                f"{copy.label} 파일을 쓰지 않습니다: {copy.fault}. 파일을 지우고 "
                f"`hiddenlayers data fetch {data_set.name}` 명령으로 다시 받으십시오.",
            )
        )
    return None


def copies(data_set: DataSet, part: str) -> Iterator[Copy]:
    """Every copy of `part` on this machine, good or faulty, in the order of the search."""
    variants = data_set.variants(part)
    for place in places():
        for name in dict.fromkeys(
            file.keras if place.of_keras else f"{data_set.name}/{file.name}" for file in variants
        ):
            path = place.folder / name
            if name and os.path.exists(path):  # unlike Path.exists never raises
                accepted = [file for file in variants if file.name == path.name]
                yield Copy(part, path, f"{place.label}/{name}", _fault(path, accepted))


def fetch(data_set: DataSet, part: str) -> Copy:
    """Download `part` into `data/`, or where that cannot be written into the user's cache folder.

    Raises:
        DownloadError: with the reason.
    """
    file = next((file for file in data_set.variants(part) if file.url), None)
    if file is None:
        how = data_set.variants(part)[0]
        raise DownloadError(
            say(f"make {how.name} yourself: {how.made}", f"{how.name} 파일은 직접 만들어야 함: {how.made}")
        )
    for place in own_places():
        folder = place.folder / data_set.name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            tell(
                say(
                    f"{place.label}/{data_set.name} cannot be written to ({error.strerror}): make it "
                    "writable, or set HIDDENLAYERS_DATA to a folder that holds the data.",
                    f"{place.label}/{data_set.name} 폴더에 쓸 수 없습니다({error.strerror}). 쓰기 "
                    "권한을 주거나, 데이터가 있는 폴더를 HIDDENLAYERS_DATA에 지정하십시오.",
                )
            )
            continue
        path = download(file, folder)
        return Copy(part, path, f"{place.label}/{data_set.name}/{file.name}", "")
    raise DownloadError(say("no folder to write it to", "저장할 수 있는 폴더가 없음"))


def places() -> list[Place]:
    """Where data is looked for, in order."""
    keras = os.environ.get("KERAS_HOME")
    found = [
        *_given_place(),
        *own_places(),
        Place(Path(keras) if keras else Path.home() / ".keras", "$KERAS_HOME" if keras else "~/.keras", True),
    ]
    return list({place.folder.resolve(): place for place in reversed(found)}.values())[::-1]


def own_places() -> list[Place]:
    """Where downloads go: `data/` of the course around the current folder, else the user's cache folder."""
    cache_folder = Path(pooch.os_cache("hiddenlayers"))
    home = Path.home()
    label = (
        f"~/{cache_folder.relative_to(home).as_posix()}"
        if home in cache_folder.parents
        else cache_folder.name
    )
    try:
        course = [Place(Course.find().root / "data", "data")]
    except HiddenLayersError:
        course = []
    return [*course, Place(cache_folder, label)]


def _given_place() -> list[Place]:
    given = os.environ.get("HIDDENLAYERS_DATA")
    if not given:
        return []
    folder = Path(given).expanduser().absolute()
    if not os.path.isdir(folder):
        raise HiddenLayersError(
            say(
                f"HIDDENLAYERS_DATA is {given}, which is not a folder: correct it, or unset it.",
                f"HIDDENLAYERS_DATA의 값 {given}은(는) 폴더가 아닙니다. 값을 고치거나 지우십시오.",
            )
        )
    os.environ["HIDDENLAYERS_DATA"] = str(folder)  # stays right when the notebook changes its folder
    return [Place(folder, "$HIDDENLAYERS_DATA")]


def _fault(path: Path, accepted: list[DataFile]) -> str:
    """What keeps a file from being one of those accepted under its name."""
    try:
        status = path.stat()
        if not path.is_file():
            return say("it is a folder", "폴더임")
        if any(file.exempt for file in accepted) and status.st_size:
            return ""
        sizes = [file.size for file in accepted]
        if status.st_size not in sizes:
            return say(
                f"it has {status.st_size:,} bytes instead of {sizes[0]:,}, half-written or another file",
                f"{sizes[0]:,}바이트가 아니라 {status.st_size:,}바이트임, 쓰다 만 파일이거나 다른 파일",
            )
        if _digest(path, status.st_size, status.st_mtime_ns) not in {file.sha256 for file in accepted}:
            return say(
                "wrong SHA-256, damaged or another file", "SHA-256이 다름, 손상된 파일이거나 다른 파일"
            )
    except OSError as error:
        return say(f"it cannot be read, {error.strerror}", f"읽을 수 없음, {error.strerror}")
    return ""


@cache
def _digest(path: Path, size: int, modified: int) -> str:
    """SHA-256 of a file, computed once in a process unless its size or time of change differs."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tell(text: str) -> None:
    """Print a message once in this process."""
    if text not in _told:
        _told.add(text)
        print(text)
