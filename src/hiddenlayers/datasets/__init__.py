"""The data sets of the course: one loader each, with the return values of the Keras loader.

Importing this package imports neither TensorFlow nor scikit-learn.
"""

from hiddenlayers.datasets import fashion_mnist, mnist

__all__ = ["fashion_mnist", "mnist"]
