"""The site as a reader sees it, in a real browser."""

import pytest

from hiddenlayers.course import Course
from hiddenlayers.site.pages import PAGES
from tests.site.conftest import PHONE

CHAPTERS = Course.find().chapters
PATHS = [f"{language}/{name}.html" for language in ("en", "ko") for name in (*PAGES, "search", *CHAPTERS)]


@pytest.mark.parametrize("path", ["404.html", *PATHS])
def test_a_page_loads_whole_asks_nobody_outside_and_fits_a_phone(open_page, path):
    watched = open_page(path)
    assert watched.faults == []
    broken = "[...document.images].filter((image) => !image.complete || !image.naturalWidth).map((image) => image.src)"
    assert watched.page.evaluate(broken) == []
    watched.page.set_viewport_size(PHONE)
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.slow
@pytest.mark.parametrize("path", ["404.html", *PATHS])
def test_nobody_is_kept_out(open_page, path):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(path).page
    if path.startswith("ko/"):  # code looks as it does on the English page, and takes most of the time
        page.evaluate("document.querySelectorAll('div.highlight').forEach((code) => code.remove())")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(f"[undefined, '{scheme}'].includes(document.documentElement.dataset.theme)")
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == [], scheme


@pytest.mark.parametrize(
    ("language", "word", "finds"),
    [
        ("en", "dropout", "02-mnist-dnn"),
        ("en", "persistence", "06-stock-prediction"),
        ("ko", "회귀", "01-dnn-regression"),
        ("ko", "학습", "01-dnn-regression"),
        ("ko", "혼동 행렬", "02-mnist-dnn"),
        ("ko", "dropout", "02-mnist-dnn"),
    ],
)
def test_search_finds_a_term_on_its_page(open_page, language, word, finds):
    page = open_page(f"{language}/search.html?q={word}").page
    page.wait_for_selector(f"#search-results li a[href^='{finds}']")


def test_a_word_that_stands_nowhere_is_not_found(open_page):
    page = open_page("ko/search.html?q=바다코끼리").page
    page.wait_for_function("document.querySelector('#search-results h2')?.innerText === '검색 결과'")
    assert page.locator("#search-results li a").count() == 0


def test_the_other_language_opens_at_the_same_place(open_page):
    page = open_page("en/02-mnist-dnn.html").page
    headings = "[...document.querySelectorAll('article h1, article h2, article h3')]"
    page.evaluate(f"{headings}[7].scrollIntoView()")
    page.locator("a.language").dispatch_event("click")
    page.wait_for_url("**/ko/02-mnist-dnn.html*")
    assert page.evaluate("document.documentElement.lang") == "ko"
    tops = page.evaluate(f"{headings}.map((heading) => heading.getBoundingClientRect().top)")
    assert abs(tops[7]) < 150


@pytest.mark.parametrize(("language", "says"), [("en", "Show the solution"), ("ko", "풀이 보기")])
def test_a_solution_is_folded_until_it_is_asked_for_by_mouse_or_keyboard(open_page, language, says):
    page = open_page(f"{language}/02-mnist-dnn.html").page
    fold = page.locator("details").filter(has_text=says).first
    code = fold.locator("pre").first
    assert not code.is_visible()
    fold.locator("summary").click()
    assert code.is_visible()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert not code.is_visible()


def test_the_keyboard_reaches_the_text_at_once(open_page):
    page = open_page("en/02-mnist-dnn.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main-content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main-content"


def test_a_reader_goes_from_the_first_page_through_the_chapters(open_page):
    page = open_page("en/index.html", PHONE).page
    page.locator(".chapters a").first.click()
    page.wait_for_url(f"**/{CHAPTERS[0]}.html")
    for name in CHAPTERS[1:]:
        page.locator("a.right-next").click()
        page.wait_for_url(f"**/{name}.html")


def test_a_missing_page_below_a_language_leads_back(open_page, site):
    page = open_page("404.html").page
    page.route("**/ko/no/such/page.html", lambda route: route.fulfill(path=site / "404.html"))
    page.goto(page.url.replace("404.html", "ko/no/such/page.html"))
    page.locator("a[href='ko/index.html']").click()
    page.wait_for_url("**/ko/index.html")
    assert "/no/" not in page.url


def test_the_race_of_the_optimizers_plays(open_page):
    page = open_page("en/00-foundations.html").page
    decoded = page.evaluate(
        """async () => {
            for (const image of document.images) {  // it goes by the name of a .png, which every viewer takes
                const data = await (await fetch(image.src)).arrayBuffer();
                if (!new TextDecoder().decode(data.slice(0, 4)).startsWith("GIF8")) continue;
                const decoder = new ImageDecoder({ data, type: "image/gif" });
                await Promise.all([decoder.tracks.ready, decoder.completed]);
                const { animated, frameCount, repetitionCount } = decoder.tracks.selectedTrack;
                return { animated, frameCount, endless: repetitionCount === Infinity };
            }
        }"""
    )
    assert decoded["animated"]
    assert decoded["endless"]
    assert decoded["frameCount"] > 20


def test_the_door_opens_in_the_readers_language(browser, address):
    for locale, language in (("ko-KR", "ko"), ("fr-FR", "en")):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(address + "/index.html")
        page.wait_for_url(f"**/{language}/index.html")
        context.close()
