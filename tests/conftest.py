"""What tests of the whole house share."""

from multiprocessing import forkserver

import pytest

from tests.authoring.conftest import SmallCourse, make_small


@pytest.fixture
def small(tmp_path) -> SmallCourse:
    """A course of one small chapter, nothing built yet."""
    return make_small(tmp_path)


@pytest.fixture(scope="module", autouse=True)
def fork_server_of_its_own():
    """A command starts one fork server, with what its processes need; the tests of one process run many commands."""
    yield
    forkserver._forkserver._stop()
