"""Hidden Layers: a deep-learning course that grades itself."""

from importlib.metadata import version

from hiddenlayers.session import epochs, start

__all__ = ["__version__", "epochs", "start"]
__version__ = version("hiddenlayers")
