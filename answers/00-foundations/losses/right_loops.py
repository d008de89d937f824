# Adds up example by example in plain Python.
# passes: both


import math


def limited(probability):
    return min(max(float(probability), 1e-7), 1 - 1e-7)


def mean_squared_error(y_true, y_pred):
    return sum((true - predicted) ** 2 for true, predicted in zip(y_true, y_pred, strict=True)) / len(y_true)


def binary_crossentropy(y_true, p):
    total = 0.0
    for true, probability in zip(y_true, p, strict=True):
        total -= math.log(limited(probability)) if true == 1 else math.log(1 - limited(probability))
    return total / len(y_true)


def categorical_crossentropy(y_true, p):
    total = 0.0
    for labels, probabilities in zip(y_true, p, strict=True):
        for label, probability in zip(labels, probabilities, strict=True):
            if label:
                total -= math.log(limited(probability))
    return total / len(y_true)
