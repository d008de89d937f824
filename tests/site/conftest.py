"""The site, built once of the repository's own notebooks, and a browser to look at it."""

import functools
import http.server
import shutil
import threading

import pytest

from hiddenlayers.course import Course

pytest.importorskip("sphinx", reason="the site's packages are not installed")

ROOT = Course.find().root
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the built site."""
    from hiddenlayers.site.build import build_site

    folder = tmp_path_factory.mktemp("site")
    build_site(Course(ROOT), folder)
    return folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(site):
    """Where the site is served, without a slash at the end."""
    handler = functools.partial(Quiet, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no Chromium on this machine")
    with (
        sync_api.sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
    ):
        yield browser


class Watched:
    """A browser's page that remembers what went wrong."""

    def __init__(self, page, address):
        self.page, self.faults = page, []
        page.on("console", lambda message: self._note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("requestfailed", lambda request: self._note(True, f"failed: {request.url}"))
        page.on(
            "response",
            lambda response: self._note(response.status >= 400, f"{response.status}: {response.url}"),
        )
        page.on(
            "request",
            lambda request: self._note(
                not request.url.startswith((address, "data:", "blob:")), f"outside: {request.url}"
            ),
        )

    def _note(self, wrong, text):
        if wrong:
            self.faults.append(text)


@pytest.fixture
def open_page(browser, address):
    """Opens a page of the site, like "en/index.html"."""
    contexts = []

    def open_(path, size=DESKTOP):
        # Nothing moves, so that nothing is looked at half-way
        contexts.append(browser.new_context(viewport=size, reduced_motion="reduce"))
        watched = Watched(contexts[-1].new_page(), address)
        watched.page.goto(f"{address}/{path}", wait_until="networkidle")
        return watched

    yield open_
    for context in contexts:
        context.close()
