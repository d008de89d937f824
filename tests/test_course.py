import pytest

from hiddenlayers.course import DEFAULT_SEED, Course
from hiddenlayers.errors import HiddenLayersError


@pytest.fixture
def course(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("")
    (tmp_path / "chapters").mkdir()
    for name in ("02-mnist-dnn", "00-foundations"):
        (tmp_path / "chapters" / f"{name}.py").write_text("")
    return Course(tmp_path)


def test_a_course_is_found_from_any_folder_in_it(course):
    inner = course.root / "release" / "en"
    inner.mkdir(parents=True)
    assert Course.find(inner) == course


def test_outside_a_course_the_cure_is_named(tmp_path):
    with pytest.raises(HiddenLayersError, match="--course-dir"):
        Course.find(tmp_path)


def test_chapters_come_in_order(course):
    assert course.chapters == ("00-foundations", "02-mnist-dnn")


def test_chapters_are_chosen_by_name_or_number(course):
    assert course.select(["02"]) == course.select(["02-mnist-dnn"]) == ["02-mnist-dnn"]
    assert course.select(None) == ["00-foundations", "02-mnist-dnn"]


def test_an_unknown_chapter_is_named_with_those_there_are(course):
    with pytest.raises(HiddenLayersError, match=r"No chapter 11 .* there are 00-foundations, 02-mnist-dnn"):
        course.select(["11"])


def test_a_course_without_a_seed_uses_the_default(course):
    assert course.seed() == DEFAULT_SEED


def test_a_seed_is_drawn_once_and_kept(course):
    seed = course.seed(create=True)
    assert course.seed(create=True) == course.seed() == seed
    assert seed != DEFAULT_SEED


def test_a_broken_seed_is_refused_with_the_cure(course):
    (course.root / ".course-seed").write_text("twelve")
    with pytest.raises(HiddenLayersError, match=r"'twelve'.*delete it"):
        course.seed()
