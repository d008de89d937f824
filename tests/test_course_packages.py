"""Every package that the course names can be imported beside the others."""

import json
import subprocess
import sys

import pytest

PACKAGES = (
    *("tensorflow", "keras", "numpy", "pandas", "matplotlib", "seaborn", "sklearn"),
    *("nbgrader", "jupyterlab", "tensorflow_hub", "yfinance", "ipywidgets"),
)
IMPORT = """
import importlib, json, sys
failed = {}
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except BaseException as error:
        failed[name] = f"{type(error).__name__}: {error}"
print(json.dumps(failed))
"""


@pytest.fixture(scope="module")
def failed():
    """What went wrong with the packages that can't be imported, all in one process, as in a notebook."""
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT, *PACKAGES], capture_output=True, text=True, check=True
    )
    return json.loads(ran.stdout.splitlines()[-1])


@pytest.mark.parametrize("package", PACKAGES)
def test_the_package_is_imported(failed, package):
    assert package not in failed, failed[package]
