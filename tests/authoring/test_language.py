"""The release step that keeps one language."""

import pytest
import traitlets
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from hiddenlayers.authoring.language import ChooseLanguage


@pytest.fixture
def notebook():
    described = {"alt.en": "A line.", "alt.ko": "직선."}
    return new_notebook(
        cells=[
            new_markdown_cell("Hello", metadata={"lang": "en"}),
            new_markdown_cell("안녕하세요", metadata={"lang": "ko"}),
            new_code_cell("plt.plot([1, 2])", metadata=described),
            new_code_cell("1 + 1"),
        ]
    )


@pytest.mark.parametrize(
    ("language", "prose", "alt"), [("en", "Hello", "A line."), ("ko", "안녕하세요", "직선.")]
)
def test_a_release_has_one_languages_prose_and_descriptions_and_all_code(notebook, language, prose, alt):
    released, _ = ChooseLanguage(language=language).preprocess(notebook, {})
    assert [cell.source for cell in released.cells] == [prose, "plt.plot([1, 2])", "1 + 1"]
    assert [dict(cell.metadata) for cell in released.cells] == [{}, {"alt": alt}, {}]


def test_a_release_says_which_language_it_is_in(notebook):
    released, _ = ChooseLanguage(language="ko").preprocess(notebook, {})
    assert released.metadata.hiddenlayers == {"language": "ko"}


def test_the_course_has_no_third_language():
    with pytest.raises(traitlets.TraitError):
        ChooseLanguage(language="fr")
