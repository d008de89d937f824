import json
import math
import random
import tracemalloc

import numpy as np
import pytest

from hiddenlayers.check import Elsewhere
from hiddenlayers.grading.judge.wire import MAX_LEVELS, RefusedError, WireError, decode, encode

from .crossing import bomb, cross, mutations, refused, same

SCALARS = [
    *(None, True, False, 0, -1, 2**62, -(2**63), 2**64, -(10**400), 0.1, -0.0, 5e-324),
    *(math.nan, math.inf, -math.inf, 1 + 2j, complex(math.nan, -0.0)),
    *("", "한글", "\ud800", "\0", b"", b"\xff" * 100),
]
NUMPY = [
    *(
        np.bool_(True),
        np.int8(-5),
        np.uint64(2**64 - 1),
        np.float16(0.1),
        np.float32(math.nan),
        np.float64(1e300),
    ),
    *(np.complex64(1j), np.str_("가나"), np.str_(""), np.bytes_(b"ab"), np.datetime64("2024-02-29")),
    *(np.timedelta64(3, "s"), np.longdouble(1) / 3, np.array(5), np.array([]), np.zeros((0, 3), "int8")),
    *(np.zeros((2, 0)), np.arange(6).reshape(2, 3)[:, ::-1], np.asfortranarray(np.eye(3, dtype="float32"))),
    *(np.array([True, False]), np.array(["a", "bcd"]), np.array([b"x"]), np.arange(3, dtype=">i4")),
    *(np.array(["2020-01-01", "NaT"], dtype="M8[D]"), np.array([1, "a", None, [2]], dtype=object)),
    *(np.array([[{}], [{1}]], dtype=object), np.array(None)),
]
HOLDERS = [
    *(
        [],
        (),
        {},
        set(),
        frozenset(),
        [1, [2, [3.0]]],
        (1, "a", None),
        {"a": [1], 2: (3,), (1, "b"): None, None: 0},
    ),
    *(
        {1, "a", None, b"z", (1, 2)},
        frozenset({1.5}),
        {"x": {"y": {"z": np.arange(3)}}},
        [b"ab", np.arange(2), b"c"],
    ),
]
VALUES = [*SCALARS, *NUMPY, *HOLDERS]


@pytest.mark.parametrize("index", range(len(VALUES)), ids=[type(value).__name__ for value in VALUES])
def test_plain_data_arrives_as_it_was(index):
    value = VALUES[index]
    assert same(cross(value), value)
    assert same(cross([value, {"again": value}]), [value, {"again": value}])


def test_a_negative_zero_keeps_its_sign():
    assert math.copysign(1, cross(-0.0)) == -1


def test_equal_values_give_equal_messages():
    one, other = {"b", "a", 3, b"x", b"y"}, {b"y", 3, b"x", "a", "b"}
    assert encode([one]) == encode([other])


def test_arrays_that_arrive_can_be_written_to():
    found = cross(np.zeros(3, "uint8"))
    found += 1
    assert found.tolist() == [1, 1, 1]


def test_random_nested_values_arrive_as_they_were():
    draw = random.Random(21)

    def value(levels):
        kind = draw.randrange(6 if levels else 2)
        if kind < 2:
            return draw.choice([*SCALARS, *NUMPY])
        items = [value(levels - 1) for _ in range(draw.randrange(4))]
        return [items, tuple(items), dict(enumerate(items)), dict(zip("abc", items, strict=False))][kind - 2]

    for _ in range(300):
        drawn = value(5)
        assert same(cross(drawn), drawn)


class Liar:
    def __eq__(self, other):
        return True

    def __len__(self):
        raise SystemExit

    __hash__ = None


ODD = [
    Liar(),
    type("Text", (str,), {})("a"),
    type("Whole", (int,), {})(3),
    type("Table", (dict,), {})(a=1),
    type("Numbers", (np.ndarray,), {})(2),
    *(range(3), iter(()), len, int, np, object(), NotImplemented, np.ma.array([1])),
    *(np.zeros(2, dtype=[("a", "i4")]), np.void(b"a")),
]


@pytest.mark.parametrize("value", ODD, ids=lambda value: type(value).__name__)
def test_any_other_object_crosses_as_its_type_and_equals_nothing(value):
    found = cross([value])[0]
    assert type(found) is Elsewhere
    assert found.type_name.startswith(type(value).__name__)
    assert found != value
    assert found != found


@pytest.mark.parametrize("value", ODD, ids=lambda value: type(value).__name__)
def test_any_other_object_is_refused_where_data_is_required(value):
    with pytest.raises(RefusedError, match="type"):
        encode([[value]], strict=True)


def test_a_type_that_lies_about_its_name_shows_the_one_it_was_made_with():
    class Meta(type):
        @property
        def __name__(cls):
            raise SystemExit

    assert cross(Meta("Real\n" + "x" * 200, (), {})()).type_name == "Real?" + "x" * 75


def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value


def cyclic():
    value = {}
    value["self"] = [value]
    return value


def doubled():
    value = [1]
    for _ in range(40):
        value = [value, value]
    return value


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: deep(MAX_LEVELS + 1), "deep"),
        (lambda: deep(100_000), "deep"),
        (cyclic, "deep"),
        (doubled, "large"),
        (lambda: np.broadcast_to(0.0, 10**10), "large"),
        (lambda: np.broadcast_to(None, 10**10), "large"),
        (lambda: [np.broadcast_to(np.int64(0), 2**25)] * 3, "large"),
        (lambda: "x" * 5_000_000, "large"),
        (lambda: ["x" * 1_000_000] * 5, "large"),
        (lambda: ["한" * 1_000_000] * 2, "large"),
        (lambda: [0] * 1_000_000, "large"),
        (lambda: 1 << 10**7, "large"),
        (lambda: set(range(30_000)), "large"),
        (lambda: {Liar: 1}, "type"),
        (lambda: {object()}, "type"),
    ],
)
def test_what_is_too_deep_or_too_large_is_refused(make, code):
    value = make()
    with pytest.raises(RefusedError) as caught:
        encode([value])
    assert caught.value.code == code
    while type(value) is list and value:  # Python itself would fall over a chain this long
        value = value[0]


def test_the_deepest_value_that_is_allowed_crosses():
    assert same(cross(deep(MAX_LEVELS - 1)), deep(MAX_LEVELS - 1))


HOSTILE = {
    "no JSON": (b"\xff\xfe", b""),
    "nothing": (b"", b""),
    "no list": (b"{}", b""),
    "an object": (b"[{}]", b""),
    "100,000 levels": (b"[" * 100_000, b""),
    "100,000 closed levels": (b"[" * 100_000 + b"]" * 100_000, b""),
    "61 levels": bomb(json.loads('["list",' * 62 + "0" + "]" * 62)),
    "a number of a million digits": (b"[" + b"9" * 1_000_000 + b"]", b""),
    "bare NaN": (b"[NaN]", b""),
    "an infinite number": (b"[1e999]", b""),
    "no tag": bomb([]),
    "an unknown tag": bomb(["__reduce__", "os.system", "true"]),
    "a tag that is a list": bomb([["list"]]),
    "bytes that belong to nothing": bomb(1, raw=bytes(16)),
    "an array longer than its bytes": bomb(["array", "<f8", [3]], raw=b"12345678"),
    "an array shorter than its bytes": bomb(["array", "|u1", [1]], raw=bytes(64)),
    "a huge array": bomb(["array", "<f8", [2**40]]),
    "a large array of which nothing is there": bomb(["array", "<f8", [2**25]]),
    "a huge empty array": bomb(["array", "<f8", [0, 2**29, 2**29]]),
    "a negative length": bomb(["array", "<f8", [-1]]),
    "a length that is a float": bomb(["array", "<f8", [1.0]], raw=bytes(16)),
    "a length that is a bool": bomb(["array", "<f8", [True]], raw=bytes(16)),
    "too many dimensions": bomb(["array", "|u1", [1] * 64], raw=bytes(16)),
    "an object dtype": bomb(["array", "|O", [1]], raw=bytes(16)),
    "a void dtype": bomb(["array", "|V8", [1]], raw=bytes(16)),
    "text of no width": bomb(["array", "<U0", [10**8]]),
    "text of a huge width": bomb(["array", "<U999999999", [0]]),
    "a dtype with fields": bomb(["array", "i4,i4", [1]], raw=bytes(16)),
    "bools that are 2": bomb(["array", "|b1", [2]], raw=b"\1\2" + bytes(14)),
    "a bool scalar that is 2": bomb(["scalar", "|b1", "02"]),
    "letters that are none": bomb(["array", "<U1", [1]], raw=b"\xff\xff\xff\xff" + bytes(12)),
    "a scalar of two numbers": bomb(["scalar", "|u1", "0102"]),
    "a scalar that is no hex": bomb(["scalar", "|u1", "zz"]),
    "objects fewer than their shape": bomb(["objects", [10**6]]),
    "huge empty objects": bomb(["objects", [0, 2**40]]),
    "bytes longer than there are": bomb(["bytes", 10**9]),
    "an int that is a float": bomb(["int", "1.5"]),
    "an endless int": bomb(["int", "0x" + "f" * 1_000_000]),
    "a float that is code": bomb(["float", "__import__('os')"]),
    "a complex number of text": bomb(["complex", "1", "2"]),
    "a dict without a value": bomb(["dict", "a"]),
    "a dict with a list for a key": bomb(["dict", ["list"], 1]),
    "a dict with the same key twice": bomb(["dict", 1, 2, True, 3]),
    "a dict with an odd key": bomb(["dict", ["odd", "Key"], 1]),
    "a set of lists": bomb(["set", ["list"]]),
    "a set with the same item twice": bomb(["set", 1, 1.0]),
    "too many keys": bomb(["set", *range(50_000)]),
    "too many keys together": bomb(*[["dict", *range(30_000)]] * 2),
    "a long type's name": bomb(["odd", "x" * 10_000]),
    "a type's name that is a number": bomb(["odd", 1]),
    "a reference": bomb(["reference", ["tuple", "judge", 0]]),
    "a table of nothing": bomb(["pandas"]),
    "a tensor of nothing": bomb(["tensorflow"]),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_bytes_end_in_one_clean_refusal(case):
    tracemalloc.start()
    try:
        refused(*HOSTILE[case])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 64 << 20


def test_a_structure_that_is_too_long_is_not_even_read():
    assert "large" in str(refused(b"[" + b"0," * 3_000_000 + b"0]"))


def test_more_values_than_are_allowed_are_refused():
    assert "many" in str(refused(*bomb(["list", *([0] * 600_000)])))


def test_keys_made_to_collide_do_not_hold_up_the_decoder():
    decode(*bomb(["set", *(k * (2**61 - 1) for k in range(4_000))]))


def test_nothing_random_truncated_or_mutated_is_more_than_a_clean_refusal():
    counted = 0
    for structure, raw in mutations(VALUES, count=6_000, seed=20):
        try:
            decode(structure, raw)
        except WireError:
            counted += 1
    assert 3_000 < counted < 6_000
