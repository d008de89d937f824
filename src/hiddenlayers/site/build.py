"""Builds the site: Sphinx once for each language, and the pages above both."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hiddenlayers.course import LANGUAGES, Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.site.pages import WORDS, write_pages

HERE = Path(__file__).parent


def build_site(course: Course, folder: Path) -> None:
    """Build the site in both languages, into `folder`/en and `folder`/ko; one that fails leaves what was there.

    Raises:
        HiddenLayersError: a chapter has not been executed, or Sphinx has something to say about a page.
    """
    work = course.root / "build" / "site"
    for language in LANGUAGES:
        write_pages(course, language, work / "source" / language)
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda language: _sphinx(work, language), LANGUAGES))
    for language in LANGUAGES:
        shutil.rmtree(folder / language, ignore_errors=True)
        shutil.copytree(work / "html" / language, folder / language)
    for page in ("index.html", "404.html"):
        shutil.copy(HERE / "top" / page, folder / page)


def _sphinx(work: Path, language: str) -> None:
    """Run Sphinx in a process of its own: it can be set up only once in one."""
    out = work / "html" / language
    settings = {
        "language": language,
        "html_search_language": language,
        "nb_code_prompt_show": WORDS[language]["solution"],
    }
    other = next(each for each in LANGUAGES if each != language)
    command = [sys.executable, "-m", "sphinx", "--builder", "html", "--conf-dir", HERE, "--doctree-dir"]
    command += [work / "doctrees" / language]
    command += [
        "--fresh-env",
        "--quiet",
        "--fail-on-warning",
        "--keep-going",
        "--html-define",
        f"other={other}",
    ]
    for name, value in settings.items():
        command += ["--define", f"{name}={value}"]
    shutil.rmtree(out, ignore_errors=True)
    done = subprocess.run(
        [*command, work / "source" / language, out], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise HiddenLayersError(f"The site's {language} pages have faults:\n{done.stderr.strip()}")
