"""What the chapters' tests share."""

import pytest

from hiddenlayers import session
from hiddenlayers.datasets import store


@pytest.fixture(autouse=True)
def learner(monkeypatch):
    """A learner's session: the narrative trains for all its epochs, and its language stays its own."""
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "learner")
    monkeypatch.setattr(session, "_language", None)


@pytest.fixture
def offline(monkeypatch):
    """No real data is found."""
    monkeypatch.setattr(store, "find", lambda *_: None)
