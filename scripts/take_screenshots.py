"""Takes the pictures of the documentation pages, docs/images/*.png, from a demo class that it makes and grades.

Needs Playwright (`pip install playwright`) and a Chromium on the path:

    python scripts/take_screenshots.py [CLASS]

CLASS is where the class is made (by default a temporary folder); one that is there already is used as it stands.
"""

import contextlib
import io
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbgrader.api import Gradebook
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
CHAPTER = "02-mnist-dnn"
STUDENTS = 8
WIDTH, HEIGHT = 1200, 800
MAX_BYTES = 150_000
COLUMNS = 112  # characters in a line of the terminal
COMMAND = ["hiddenlayers", "grade", "--cell-seconds", "15"]
SHOW_CURSOR = "\x1b[?25h"  # where the progress bar ends
TABLE = "grade.txt"  # in the class's folder: what COMMAND printed, with its colours
EXERCISE = "count-parameters"
ANSWER = "return sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:]))"  # forgets the biases
STUB = "# YOUR CODE HERE · 여기에 코드를 쓰십시오\n    raise NotImplementedError()"
FEEDBACK = {"en": "student-03", "ko": "student-02"}  # even numbers work in Korean
MARKED = "student-01"


def main() -> None:
    with contextlib.ExitStack() as stack:
        folder = Path(sys.argv[1] if sys.argv[1:] else stack.enter_context(tempfile.TemporaryDirectory()))
        make_class(folder)
        browser = stack.enter_context(open_browser())
        lab = stack.enter_context(open_lab(folder))
        IMAGES.mkdir(parents=True, exist_ok=True)
        take_table(browser, folder)
        for language, student in FEEDBACK.items():
            take_exercise(browser, lab, folder, language)
            take_feedback(browser, folder, student, language)
        take_formgrader(browser, lab, folder)


def make_class(folder: Path) -> None:
    """A graded class of made-up students, with feedback."""
    if (folder / TABLE).is_file():
        return
    run("demo-class", str(folder), CHAPTER, "--students", str(STUDENTS), cwd=ROOT)
    printed = run(*COMMAND[1:], cwd=folder, accept=(0, 1))
    run("feedback", cwd=folder)
    table = printed.rpartition(SHOW_CURSOR)[2]
    (folder / TABLE).write_text(table[: table.rindex(f"{STUDENTS} submissions")], encoding="utf-8")


def run(*arguments: str, cwd: Path, accept: tuple[int, ...] = (0,)) -> str:
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "hiddenlayers", *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode not in accept:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    return done.stdout


@contextlib.contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or sys.exit("Chromium is not on the path.")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextlib.contextmanager
def open_lab(folder: Path) -> Iterator[str]:
    """JupyterLab in the class's folder, with settings of its own; the address, with {} for a page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    with tempfile.TemporaryDirectory() as home:
        settings = Path(home, "lab", "user-settings", "@jupyterlab")
        for name, text in {
            "notebook-extension/tracker": '{"windowingMode": "none"}',
            "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
        }.items():
            path = settings / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        exchange = f"c = get_config()\nc.Exchange.root = {f'{home}/exchange'!r}\n"
        Path(home, "nbgrader_config.py").write_text(exchange)
        Path(home, "exchange").mkdir(mode=0o777)
        Path(home, "exchange").chmod(0o777)
        environment = {
            **os.environ,
            "JUPYTER_CONFIG_DIR": home,
            "JUPYTER_DATA_DIR": f"{home}/data",
            "JUPYTERLAB_SETTINGS_DIR": f"{home}/lab/user-settings",
            "JUPYTERLAB_WORKSPACES_DIR": f"{home}/lab/workspaces",
            "PYTHONPATH": str(ROOT / "src"),
        }
        command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
        command += [f"--ServerApp.port={port}", f"--IdentityProvider.token={token}"]
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/api?token={token}")
            yield f"http://127.0.0.1:{port}/{{}}?token={token}"
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    for _ in range(120):
        with contextlib.suppress(OSError), urllib.request.urlopen(address):
            return
        time.sleep(1)
    sys.exit("JupyterLab did not start.")


def take_exercise(browser: Browser, lab: str, folder: Path, language: str) -> None:
    """A release notebook in JupyterLab: an exercise with a wrong answer, and what its check says."""
    name = f"{CHAPTER}.ipynb"
    notebook = nbformat.read(folder / "release" / language / CHAPTER / name, as_version=4)
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in notebook.cells]
    solution, check = ids.index(EXERCISE), ids.index(f"{EXERCISE}-check")
    notebook.cells[solution].source = notebook.cells[solution].source.replace(STUB, ANSWER)
    start = next(n for n, cell in enumerate(notebook.cells) if "hiddenlayers.start" in cell.source)
    client = NotebookClient(notebook, allow_errors=True)
    with client.setup_kernel():
        for position in (start, solution, check):
            client.execute_cell(notebook.cells[position], position)
    place = folder / language
    place.mkdir(exist_ok=True)
    nbformat.write(notebook, place / name)
    page = browser.new_page(viewport={"width": WIDTH, "height": 1020})
    page.goto(lab.format(f"lab/workspaces/{language}/tree/{language}/{name}"))
    page.wait_for_selector(".jp-Notebook .jp-OutputArea-output", timeout=120_000)
    page.locator(".jp-StatusBar-TextItem", has_text="| Idle").wait_for(timeout=30_000)
    page.wait_for_timeout(3000)
    page.keyboard.press("Control+b")  # the file browser away
    page.keyboard.press("Control+s")
    below = page.locator(".jp-Notebook .jp-Cell").nth(check + 1)
    for _ in range(4):  # what is above it moves it while it is drawn
        below.evaluate("cell => cell.scrollIntoView(false)")
        page.wait_for_timeout(2000)
    save(page, f"exercise-{language}")


def take_formgrader(browser: Browser, lab: str, folder: Path) -> None:
    """The Formgrader: its list of chapters, and a written answer to be marked."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 510})
    page.goto(lab.format("formgrader/manage_assignments"))
    page.wait_for_selector(f"text={CHAPTER}", timeout=120_000)
    page.wait_for_timeout(2000)
    save(page, "formgrader")
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission_notebook(CHAPTER, CHAPTER, MARKED).id
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(lab.format(f"formgrader/submissions/{submission}/"))
    answer = page.locator(".nbgrader_cell", has=page.locator("textarea.comment")).last
    answer.wait_for(timeout=120_000)
    answer.evaluate("cell => cell.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(3000)
    save(page, "formgrader-answer")


def take_feedback(browser: Browser, folder: Path, student: str, language: str) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto((folder / "feedback" / student / CHAPTER / f"{CHAPTER}.html").resolve().as_uri())
    save(page, f"feedback-{language}")


def take_table(browser: Browser, folder: Path) -> None:
    """The table of marks as a terminal shows it."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {' '.join(COMMAND)}\n", "bold"))
    console.print(Text.from_ansi((folder / TABLE).read_text(encoding="utf-8")))
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.set_content(f"<body style='margin:0'>{console.export_svg(title='Terminal')}</body>")
    page.wait_for_timeout(1000)
    picture = page.locator("svg").first
    picture.evaluate("svg => { svg.style.width = '1200px' }")
    save(page, "marks", picture.screenshot())


def save(page: Page, name: str, picture: bytes | None = None) -> None:
    """Write a picture with as many colours as its size allows."""
    image = Image.open(io.BytesIO(picture or page.screenshot())).convert("RGB")
    path = IMAGES / f"{name}.png"
    for colors in (256, 128, 64, 32, 16):
        image.quantize(colors, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size < MAX_BYTES:
            break
    page.close()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
