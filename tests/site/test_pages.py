"""What Sphinx is given to read."""

import nbformat
import pytest

from hiddenlayers import datasets
from hiddenlayers.authoring.weave import weave
from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.site.build import build_site
from hiddenlayers.site.pages import PAGES, write_pages
from tests.authoring.conftest import NAME

PROJECT = '[project]\nname = "x"\n'


@pytest.fixture
def course(small):
    """A course of one small chapter with pages, not yet executed."""
    docs = small.course.root / "docs"
    (docs / "images").mkdir(parents=True)
    listed = "\n".join(PAGES[1:])
    for page in PAGES:
        for suffix, other in ((".md", ".ko.md"), (".ko.md", ".md")):
            switch = f"*{'한국어' if suffix == '.md' else 'English'}: [{page}{other}]({page}{other})*"
            text = f"# {page}\n\n{switch}\n\nText.\n"
            if page == "index":
                text += f"\n[Learn](learn{suffix})\n\n<!-- chapters -->\n\n```{{toctree}}\n{NAME}\n{listed}\n```\n"
            (docs / f"{page}{suffix}").write_text(text, encoding="utf-8")
    (small.course.root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return small.course


@pytest.fixture
def executed(course):
    weave(course, NAME)
    return course


def test_a_chapter_that_was_not_executed_is_named(course, tmp_path):
    with pytest.raises(HiddenLayersError, match=f"{NAME}.ipynb: can't be read: run make notebooks first"):
        write_pages(course, "en", tmp_path / "pages")


def test_pages_link_within_their_language(executed, tmp_path):
    write_pages(executed, "ko", tmp_path / "pages")
    text = (tmp_path / "pages" / "index.md").read_text(encoding="utf-8")
    assert "English" not in text
    assert "[Learn](learn.md)" in text
    assert f"]({NAME}.ipynb)" in text


def test_colab_buttons_appear_once_the_repositorys_address_is_set(executed, tmp_path):
    def addresses():
        write_pages(executed, "ko", tmp_path / "pages")
        chapter = nbformat.read(tmp_path / "pages" / f"{NAME}.ipynb", 4).cells[0].source
        table = (tmp_path / "pages" / "index.md").read_text(encoding="utf-8")
        return [f"({ADDRESS})" in text for text in (chapter, table)]

    ADDRESS = (
        f"https://colab.research.google.com/github/someone/course/blob/main/release/ko/{NAME}/{NAME}.ipynb"
    )
    assert addresses() == [False, False]
    setting = '[project.urls]\nRepository = "https://github.com/someone/course"\n'
    (executed.root / "pyproject.toml").write_text(PROJECT + setting, encoding="utf-8")
    assert addresses() == [True, True]


def test_solutions_and_checks_are_folded(executed, tmp_path):
    write_pages(executed, "ko", tmp_path / "pages")
    cells = nbformat.read(tmp_path / "pages" / f"{NAME}.ipynb", 4).cells
    shown = {cell.metadata.mystnb.code_prompt_show for cell in cells if "mystnb" in cell.metadata}
    assert shown == {"풀이 보기", "검사 보기"}


@pytest.mark.parametrize("page", ["reference.md", "reference.ko.md"])
def test_every_data_set_stands_in_the_reference(page):
    text = (Course.find().root / "docs" / page).read_text(encoding="utf-8")
    assert [name for name in datasets.__all__ if f"hiddenlayers.datasets.{name}\n" not in text] == []


def test_a_fault_in_a_page_stops_the_build_and_leaves_the_last_good_site(executed, tmp_path):
    pytest.importorskip("sphinx")
    folder = tmp_path / "site"
    build_site(Course(executed.root), folder)
    before = (folder / "en" / "learn.html").read_bytes()
    page = executed.root / "docs" / "learn.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[away](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(HiddenLayersError, match=r"(?s)The site's en pages have faults.*nowhere"):
        build_site(Course(executed.root), folder)
    assert (folder / "en" / "learn.html").read_bytes() == before
