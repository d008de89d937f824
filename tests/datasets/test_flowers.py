import io
import os
import tarfile
from pathlib import Path

import pytest

from hiddenlayers.datasets import drawn_flowers, flowers, store
from tests.chapters.narrative import needs

LICENCE = "Licensed under CC BY.\n\ndaisy/1.jpg CC-BY by Ann Onymous - https://example.org/1/\n"
FILES = {
    "LICENSE.txt": LICENCE.encode(),
    "daisy/1.jpg": b"one",
    "daisy/2.jpg": b"two",
    "tulips/3.jpg": b"three",
}


@pytest.fixture
def archive(course, monkeypatch):
    """A small archive of photos in place of the real one."""
    path = course / "flower_photos.tgz"
    with tarfile.open(path, "w:gz") as packed:
        for name, content in FILES.items():
            entry = tarfile.TarInfo(f"flower_photos/{name}")
            entry.size = len(content)
            packed.addfile(entry, io.BytesIO(content))
    copy = store.Copy("photos", path, "data/flower_photos/flower_photos.tgz", "")
    monkeypatch.setattr(store, "find", lambda *_: (copy,))
    return path


@pytest.fixture
def no_photos(course, monkeypatch):
    """No photos, and so few drawn flowers that they are drawn in no time."""
    monkeypatch.setattr(store, "find", lambda *_: None)
    monkeypatch.setattr(flowers, "PER_CLASS", 1)


def contents(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_photos_are_unpacked_once_and_the_loader_says_where_from(archive, capsys):
    folder = flowers.load_folder()
    assert contents(folder) == FILES
    assert folder.is_relative_to("data/flower_photos") or Path("data").resolve() in folder.resolve().parents
    assert capsys.readouterr().out == (
        "Flower photos: 3 images in 2 classes from data/flower_photos/flower_photos.tgz\n"
    )
    archive.write_bytes(b"it is not read again")
    assert flowers.load_folder() == folder


def test_an_archive_that_breaks_off_leaves_nothing_behind(archive):
    whole = archive.read_bytes()
    archive.write_bytes(whole[: len(whole) // 2])
    for _ in range(2):
        with pytest.raises((EOFError, tarfile.TarError)):
            flowers.load_folder()
    assert list(Path("data/flower_photos").iterdir()) == []


def test_without_the_photos_flowers_are_drawn_once(no_photos, capsys, monkeypatch):
    folder = flowers.load_folder()
    assert sorted(path.name for path in folder.iterdir()) == sorted(drawn_flowers.NAMES)
    assert capsys.readouterr().out == (
        "Flower photos: 5 images in 5 classes from the offline sample (drawn flowers)\n"
    )
    monkeypatch.setattr(drawn_flowers, "write_folders", None)
    assert flowers.load_folder() == folder


def test_where_nothing_can_be_written_the_flowers_are_drawn_into_a_temporary_folder(no_photos, monkeypatch):
    monkeypatch.setattr(flowers, "_can_be_written", lambda _: False)
    folder = flowers.load_folder()
    assert not folder.is_relative_to(Path.cwd())
    assert len(contents(folder)) == 5
    assert flowers.load_folder() == folder


def test_a_folder_that_another_process_has_made_meanwhile_is_used(no_photos, monkeypatch):
    def another_is_quicker(empty, number):
        other = empty.parents[1] / empty.name
        other.mkdir()
        (other / "daisy").mkdir()
        (other / "daisy" / "theirs.jpg").touch()

    monkeypatch.setattr(drawn_flowers, "write_folders", another_is_quicker)
    assert set(contents(flowers.load_folder())) == {"daisy/theirs.jpg"}


def test_while_grading_the_shipped_flowers_are_used_and_nothing_is_written(course, monkeypatch, capsys):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "grading")
    before = contents(course)
    assert flowers.load_folder() == flowers.grading_sample()
    assert "100 images in 5 classes" in capsys.readouterr().out
    assert contents(course) == before


def test_a_photo_is_credited_by_its_line_and_a_drawing_as_drawn(archive):
    folder = flowers.load_folder()
    assert flowers.credit(folder / "daisy/1.jpg") == (
        "daisy/1.jpg CC-BY by Ann Onymous - https://example.org/1/"
    )
    drawn = flowers.grading_sample() / "roses" / "drawn_000.jpg"
    assert flowers.credit(str(drawn)) == "roses/drawn_000.jpg drawn by this course's program"


@pytest.mark.real_data
@needs("flower_photos")
def test_the_real_photos_come_with_their_photographers(monkeypatch, capsys):
    for profile in ("HIDDENLAYERS_PROFILE", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(profile, raising=False)
    folder = flowers.load_folder()
    photos = sorted(folder.glob("*/*.jpg"))
    assert len(photos) == 3670
    assert "3,670 images in 5 classes" in capsys.readouterr().out
    assert all(" by " in flowers.credit(path) and "drawn" not in flowers.credit(path) for path in photos)
    assert os.access(folder, os.W_OK)
