"""What students need, in one file: release notebooks, the package's wheel, and how to begin."""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from hiddenlayers.course import LANGUAGES, Course
from hiddenlayers.errors import HiddenLayersError

PAGES = ("STUDENTS.md", "STUDENTS.ko.md")


def pack_kit(course: Course, chapters: list[str]) -> Path:
    """Write build/hidden-layers-kit.zip with the chapters' releases in both languages; return its path.

    Raises:
        HiddenLayersError: where the wheel can't be built.
    """
    kit = course.root / "build" / "hidden-layers-kit.zip"
    kit.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = _build_wheel(course, Path(folder))
        draft = Path(folder) / kit.name
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(wheel, wheel.name)
            for page in PAGES:
                archive.write(course.root / "docs" / page, page)
            for name in chapters:
                for language in LANGUAGES:
                    archive.write(course.release(name, language), f"{language}/{name}/{name}.ipynb")
        kit.write_bytes(draft.read_bytes())
    return kit


def _build_wheel(course: Course, folder: Path) -> Path:
    # setuptools builds here and would pack what it finds from last time, modules that are gone too
    shutil.rmtree(course.root / "build" / "lib", ignore_errors=True)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    built = subprocess.run(
        [*command, "--wheel-dir", folder, course.root], capture_output=True, text=True, check=False
    )
    wheels = list(folder.glob("hiddenlayers-*.whl"))
    if "No module named pip" in built.stderr:
        raise HiddenLayersError("The kit's wheel is built by pip, which this environment lacks: install pip.")
    if built.returncode or not wheels:
        lines = [line.strip() for line in built.stderr.splitlines() if line.strip()]
        errors = [line for line in lines if "error:" in line.lower()]
        reason = (errors or lines[-1:] or ["no message"])[0]
        raise HiddenLayersError(
            f"The package's wheel can't be built ({reason}): run make test to see what is amiss."
        )
    return wheels[0]
