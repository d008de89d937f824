"""The data sets of the course: one loader each, with the return values of the Keras loader.

Importing this package imports neither TensorFlow nor scikit-learn.
"""

from hiddenlayers.datasets import (
    digit_judges,
    fashion_mnist,
    flowers,
    housing,
    imdb,
    mnist,
    mobilenet,
    nsmc,
    passengers,
    prices,
    reviews,
    shapes_backbone,
)

__all__ = [
    "digit_judges",
    "fashion_mnist",
    "flowers",
    "housing",
    "imdb",
    "mnist",
    "mobilenet",
    "nsmc",
    "passengers",
    "prices",
    "reviews",
    "shapes_backbone",
]
