"""Values and bytes that cross the border, in one process."""

import json
import random

import numpy as np
import pandas as pd
import pytest

from hiddenlayers.grading.judge.wire import WireError, decode, encode


def cross(value, **how):
    message = encode([value], **how)
    (found,) = decode(message.structure, bytearray(b"".join(message.raw)))
    return found


def same(one, other):
    """Whether two values are equal, in type too, at any depth."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.generic):
        return one.dtype == other.dtype and bool(one == other or (one != one and other != other))
    if isinstance(one, np.ndarray):
        alike = one.dtype == other.dtype and one.shape == other.shape
        return alike and all(map(same, one.ravel().tolist(), other.ravel().tolist()))
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, pd.DataFrame):
        return pd.testing.assert_frame_equal(one, other) is None
    if isinstance(one, pd.Series):
        return pd.testing.assert_series_equal(one, other) is None
    if isinstance(one, pd.Index):
        return pd.testing.assert_index_equal(one, other, exact=True) is None
    if hasattr(one, "to_list"):  # a ragged tensor
        return same(one.to_list(), other.to_list()) and one.dtype == other.dtype
    if hasattr(one, "shape"):  # a tensor or variable
        return one.dtype == other.dtype and same(np.asarray(one), np.asarray(other))
    if one is pd.NA or one is pd.NaT:
        return one is other
    return one == other or (one != one and other != other)


def bomb(*nodes, raw=b""):
    return json.dumps(list(nodes)).encode(), bytearray(raw)


def refused(structure, raw=b""):
    """The clean refusal that decoding these bytes ends in."""
    with pytest.raises(WireError) as caught:
        decode(structure, bytearray(raw))
    return caught.value


def mutations(values, count, seed):
    """Messages made of those of `values` by changing bytes, cutting, transplanting parts, and out of nothing."""
    draw = random.Random(seed)
    samples = [encode([value]) for value in values]
    pieces = [json.loads(sample.structure.decode("utf-8", "surrogatepass"))[0] for sample in samples]
    pieces += [2**70, -1, 1e308, "<f8", "<U9", "array", "judge", [], [[]], ["list"] * 3, "\ud800", 0, True]
    for number in range(count):
        sample = draw.choice(samples)
        structure, raw = bytearray(sample.structure), bytearray(b"".join(sample.raw))
        if number % 4 == 0:
            for _ in range(draw.randint(1, 4)):
                structure[draw.randrange(len(structure))] = draw.randrange(256)
        elif number % 4 == 1:
            del structure[draw.randrange(len(structure)) :]
            del raw[draw.randrange(len(raw) + 1) :]
        elif number % 4 == 2:
            tree = json.loads(structure.decode("utf-8", "surrogatepass"))
            _transplant(tree, draw, pieces)
            structure = json.dumps(tree).encode("utf-8", "surrogatepass")
            raw += draw.randbytes(16 * draw.randrange(4))
        else:
            structure, raw = draw.randbytes(draw.randrange(40)), draw.randbytes(16)
        yield bytes(structure), bytearray(raw)


def _transplant(tree, draw, pieces):
    """Replace a node somewhere in the tree."""
    while True:
        index = draw.randrange(len(tree))
        if type(tree[index]) is not list or not tree[index] or draw.random() < 0.4:
            tree[index] = draw.choice(pieces)
            return
        tree = tree[index]
