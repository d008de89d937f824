"""The flower photos as a folder tree, one folder a class; where they are not to be had, flowers that we draw."""

import atexit
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hiddenlayers import session
from hiddenlayers.datasets import drawn_flowers, store

PER_CLASS = 100  # drawn flowers, for a learner without the photos


def load_folder() -> Path:
    """The folder that holds one folder of images for each class; prints which images they are.

    The photos are unpacked, or the flowers drawn, once: into the folder where downloads go, or where that cannot
    be written into a temporary one.

    Returns:
        The folder, for `keras.utils.image_dataset_from_directory`: 3,670 photos in 5 classes. 500 images in the
        offline sample, and 100 while grading.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = store.find("flower_photos", "photos")
    if found:
        archive = found[0]
        folder = _made_once(f"unpacked_{archive.path.stem}", lambda empty: _unpack(archive.path, empty))
        used = archive.label
    else:
        folder = grading_sample() if session.grading() else offline_sample()
        used = "the offline sample (drawn flowers)"
    classes = [path for path in sorted(folder.iterdir()) if path.is_dir()]
    number = sum(1 for path in classes for _ in path.glob("*.jpg"))
    print(f"Flower photos: {number:,} images in {len(classes)} classes from {used}")
    return folder


def offline_sample() -> Path:
    """The folder of 100 drawn flowers a class."""
    return _made_once(f"drawn_{PER_CLASS}", lambda empty: drawn_flowers.write_folders(empty, PER_CLASS))


def grading_sample() -> Path:
    """The folder of 20 drawn flowers a class that ships with the package; nothing is written while grading."""
    return store.SAMPLES / "drawn_flowers"


def credit(path: Path | str) -> str:
    """The line that names a photo's photographer and licence; of a drawn flower, that it is drawn."""
    path = Path(path)
    name = f"{path.parent.name}/{path.name}"
    return _credits(path.parents[1]).get(name, f"{name} drawn by this course's program")


@cache
def _credits(folder: Path) -> dict[str, str]:
    """The lines of the photos' LICENSE.txt by "class/file"."""
    try:
        lines = (folder / "LICENSE.txt").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    return {line.split(" ")[0]: line for line in lines}


def _unpack(archive: Path, empty: Path) -> None:
    with tarfile.open(archive) as files:
        files.extractall(empty, filter="data")
    for path in (empty / "flower_photos").iterdir():
        path.rename(empty / path.name)
    (empty / "flower_photos").rmdir()


def _made_once(name: str, make: Callable[[Path], None]) -> Path:
    """The folder `name` beside the data set's downloads, made now if it is not there; whole or not at all."""
    parents = [place.folder / "flower_photos" for place in store.own_places()]
    there = next((parent / name for parent in parents if (parent / name).is_dir()), None)
    folder = there or (next(filter(_can_be_written, parents), None) or _temporary_folder()) / name
    if not folder.is_dir():
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making_") as making:
            made = Path(making, name)
            made.mkdir()
            make(made)
            try:
                made.rename(folder)
            except OSError:
                if not folder.is_dir():  # another process may have been quicker
                    raise
    return folder


def _can_be_written(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


@cache
def _temporary_folder() -> Path:
    """A folder for as long as this process lives."""
    folder = Path(tempfile.mkdtemp(prefix="flower_photos_"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
