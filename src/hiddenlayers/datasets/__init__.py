"""The data sets of the course: one loader each, with the return values of the Keras loader.

Importing this package imports neither TensorFlow nor scikit-learn.
"""

from hiddenlayers.datasets import imdb, mnist, nsmc, reviews

__all__ = ["imdb", "mnist", "nsmc", "reviews"]
