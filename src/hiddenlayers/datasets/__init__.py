"""The data sets of the course: one loader each, with the return values of the Keras loader.

Importing this package imports neither TensorFlow nor scikit-learn.
"""

from hiddenlayers.datasets import flowers, mnist, mobilenet, shapes_backbone

__all__ = ["flowers", "mnist", "mobilenet", "shapes_backbone"]
