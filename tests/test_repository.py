"""What the repository promises in its own files: no machine's paths or addresses, one lock, two READMEs alike."""

import contextlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

REPOSITORY = Path(__file__).parents[1]

# Written so that they do not match themselves
MACHINE = {
    "a home folder": re.compile(r"(?<![\w.])/(home|root|Users)/\w"),
    "a file address": re.compile(r"file:/{2}"),
    "an index address": re.compile(r"(index-ur[l]|find-link[s])[= ]+\S*/|https?:/{2}\S+/simple\b"),
}
COURSE_PACKAGES = {
    *("tensorflow", "keras", "numpy", "pandas", "matplotlib", "seaborn", "scikit-learn"),
    *("nbgrader", "jupyterlab", "tensorflow-hub", "setuptools", "yfinance", "ipywidgets"),
}


def text(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def tracked_texts() -> list[tuple[str, str]]:
    """Name and text of every tracked file that is text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git repository")
    files = []
    for name in listed.stdout.decode().rstrip("\0").split("\0"):
        path = REPOSITORY / name
        if path.is_file() and b"\0" not in (data := path.read_bytes()):
            with contextlib.suppress(UnicodeDecodeError):  # a small binary file
                files.append((name, data.decode("utf-8")))
    return files


def commands(readme: str) -> list[str]:
    """The commands in a README's code blocks, without comments and without what depends on the language."""
    lines = "".join(re.findall(r"```bash\n(.*?)```", text(readme), re.DOTALL)).splitlines()
    typed = (re.sub(r"\s*#.*", "", line).replace("/ko/", "/en/") for line in lines)
    return [line for line in typed if line]


def headings(readme: str) -> list[str]:
    prose = re.sub(r"```.*?```", "", text(readme), flags=re.DOTALL)
    return re.findall(r"^(#+) ", prose, re.MULTILINE)


@pytest.mark.parametrize("what", MACHINE)
def test_no_tracked_file_holds(what):
    found = [
        f"{name}: {match.group()}"
        for name, content in tracked_texts()
        for match in MACHINE[what].finditer(content)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "example"),
    [
        ("a home folder", "open('" + "/home" + "/someone/x')"),
        ("a file address", "numpy @ file:" + "///wheels/numpy.whl"),
        ("an index address", "--index" + "-url https://example.org/pypi"),
        ("an index address", "https:" + "//example.org/simple"),
    ],
)
def test_what_is_looked_for_would_be_found(what, example):
    assert MACHINE[what].search(example)


def test_the_lock_pins_every_package_of_the_course_and_names_no_address():
    lines = [line for line in text("requirements.txt").splitlines() if not line.lstrip().startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line) for line in lines)
    assert {line.split("==")[0] for line in lines} >= COURSE_PACKAGES


def test_the_lock_keeps_the_bounds_of_the_package():
    project = tomllib.loads(text("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["grade"]]
    pins = re.findall(r"^([a-z0-9-]+)==([\w.]+)", text("requirements.txt"), re.MULTILINE)
    for requirement in map(Requirement, wanted):
        versions = [version for name, version in pins if name == requirement.name]
        assert versions, requirement.name
        assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_the_python_range_is_the_same_everywhere():
    assert tomllib.loads(text("pyproject.toml"))["project"]["requires-python"] == ">=3.11,<3.14"
    assert "(3, 11) <= sys.version_info[:2] < (3, 14)" in text("Makefile")
    for page in ("README.md", "README.ko.md", "docs/STUDENTS.md", "docs/STUDENTS.ko.md"):
        assert re.search(r"3\.11, 3\.12(,| or|) .{0,3}3\.13", text(page)), page


@pytest.mark.parametrize("readme", ["README.md", "README.ko.md"])
def test_the_commands_of_a_readme_are_targets_of_the_makefile(readme):
    typed = {line.split()[1] for line in commands(readme) if line.startswith("make ")}
    typed |= set(re.findall(r"`make ([a-z]+)`", text(readme)))
    targets = set(re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE))
    assert {"demo", "test"} <= typed <= targets


def test_both_readmes_have_the_same_commands_and_headings():
    assert commands("README.md") == commands("README.ko.md")
    assert headings("README.md") == headings("README.ko.md")
