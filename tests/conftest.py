"""What tests of the whole house share."""

import pytest

from tests.authoring.conftest import SmallCourse, make_small


@pytest.fixture
def small(tmp_path) -> SmallCourse:
    """A course of one small chapter, nothing built yet."""
    return make_small(tmp_path)
