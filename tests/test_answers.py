import nbformat
import pytest

from hiddenlayers.answers import Answer, packs, read_answer, read_bank, submission
from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError


@pytest.fixture
def write(tmp_path):
    """Writes an answer to the exercise "scale" of chapter 02-digits and returns its file."""

    def answer(name, text):
        path = tmp_path / "answers" / "02-digits" / "scale" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return answer


def test_an_answer_is_read_with_what_it_shows_and_passes(write):
    path = write(
        "wrong_divides.py",
        "# Divides by 255,\n# so it is [0, 1].\n# passes: visible\n\n# first line\nscaled = x / 255\n",
    )
    answer = read_answer(path)
    assert answer.exercise == "scale"
    assert answer.shows == "Divides by 255, so it is [0, 1]."
    assert answer.passes == (True, False)
    assert not answer.right
    assert answer.code.strip() == "# first line\nscaled = x / 255"


@pytest.mark.parametrize(
    ("word", "passes"),
    [("both", (True, True)), ("visible", (True, False)), ("hidden", (False, True)), ("none", (False, False))],
)
def test_the_words_for_what_passes(write, word, passes):
    name = "right_one.py" if word == "both" else "wrong_one.py"
    assert read_answer(write(name, f"# Shows it.\n# passes: {word}\n\nx = 1\n")).passes == passes


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n",
        "# passes: none\n\nx = 1\n",
        "# Shows it.\n\nx = 1\n",
        "# Shows it.\n# passes: sometimes\n\nx = 1\n",
        "# Shows it.\nx = 1\n# passes: none\n",
        "# Shows it.\n# passes: none\n# passes: both\n",
        "# Shows it.\n# passes: most of them\n# passes: none\n",
        "",
    ],
    ids=[
        "no header",
        "shows nothing",
        "passes nothing",
        "unknown word",
        "too late",
        "twice",
        "two words",
        "empty",
    ],
)
def test_a_broken_header_is_named_with_its_file_and_cure(write, text):
    path = write("wrong_one.py", text)
    with pytest.raises(HiddenLayersError) as error:
        read_answer(path)
    assert str(path) in str(error.value)
    assert "# passes: both | visible | hidden | none" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "word"),
    [("right_one.py", "visible"), ("wrong_one.py", "both"), ("one.py", "both"), ("one.py", "none")],
)
def test_a_name_that_does_not_fit_what_passes_is_an_error(write, name, word):
    path = write(name, f"# Shows it.\n# passes: {word}\n\nx = 1\n")
    with pytest.raises(HiddenLayersError, match=r"right_\*\.py passes both checks and wrong_\*\.py does not"):
        read_answer(path)


def test_a_bank_lists_the_right_answers_first(write, tmp_path):
    write("wrong_a.py", "# Shows a.\n# passes: none\n\na = 1\n")
    write("right_b.py", "# Shows b.\n# passes: both\n\nb = 1\n")
    bank = read_bank(Course(tmp_path), "02-digits")
    assert {exercise: [answer.path.name for answer in answers] for exercise, answers in bank.items()} == {
        "scale": ["right_b.py", "wrong_a.py"]
    }
    assert read_bank(Course(tmp_path), "03-cnn") == {}


def bank_of(**counts):
    """A bank with so many answers to each exercise."""
    return {
        exercise: [
            Answer(exercise, None, f"{exercise} = {number}", "", (True, True)) for number in range(count)
        ]
        for exercise, count in counts.items()
    }


def test_an_answer_that_is_not_utf8_is_named_with_the_cure(tmp_path):
    path = tmp_path / "wrong_one.py"
    path.write_bytes("# 틀린 답\n# passes: none\n".encode("cp949"))
    with pytest.raises(HiddenLayersError, match=r"wrong_one\.py: not UTF-8; save it as UTF-8\.$"):
        read_answer(path)


def test_packs_hold_every_answer_once():
    bank = bank_of(scale=2, train=5, predict=3)
    packed = packs(bank)
    assert len(packed) == 5
    assert all(answer.exercise == exercise for pack in packed for exercise, answer in pack.items())
    assert sorted(answer.code for pack in packed for answer in pack.values()) == sorted(
        answer.code for answers in bank.values() for answer in answers
    )


def test_an_exercise_with_few_answers_has_none_in_the_last_packs():
    assert [set(pack) for pack in packs(bank_of(scale=1, train=3))] == [
        {"scale", "train"},
        {"train"},
        {"train"},
    ]


def test_an_empty_bank_has_no_packs():
    assert packs({}) == []


def notebook():
    def cell(source, name=None):
        metadata = {"nbgrader": {"grade_id": name}} if name else {}
        return nbformat.v4.new_code_cell(source, metadata=metadata)

    cells = [cell("import keras"), cell("stub", "scale"), cell("check", "scale-check"), cell("stub", "train")]
    return nbformat.v4.new_notebook(cells=[*cells, nbformat.v4.new_markdown_cell("scale")])


def test_a_submission_replaces_the_named_cells_and_nothing_else():
    release = notebook()
    answered = submission(release, {"scale": "\n\nscaled = 1\n"})
    assert [cell.source for cell in answered.cells] == [
        "import keras",
        "scaled = 1",
        "check",
        "stub",
        "scale",
    ]
    answered.cells[1].source = "stub"
    assert answered == release


def test_a_submission_leaves_the_release_as_it_was():
    release = notebook()
    before = nbformat.writes(release)
    submission(release, {"scale": "scaled = 1", "train": "trained = 1"})
    assert nbformat.writes(release) == before
