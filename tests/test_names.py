import pytest

from hiddenlayers.names import defined_names, free_names, imported_modules


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import numpy as np\nfrom math import pi\nx = 1", {"x"}),
        ("def f(a):\n    b = a\n    return b", {"f"}),
        ("class K:\n    y = 1", {"K"}),
        ("for i in range(3):\n    total = i", {"i", "total"}),
        ("with open('f') as file:\n    a, (b, *c) = file", {"file", "a", "b", "c"}),
        ("x = [y for y in range(3)]\nf = lambda z: (w := z)", {"x", "f"}),
    ],
)
def test_defined_names_are_those_bound_at_the_top_level(code, names):
    assert defined_names(code) == names


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("x = 1\nprint(x + y)", {"y"}),
        ("import numpy as np\nnp.zeros(rows)", {"rows"}),
        ("def f(images):\n    return images\n\nf(images)", {"images"}),
        ("def f(a=default):\n    return [a for _ in range(size)]", {"default", "size"}),
        ("[i for i in items]", {"items"}),
        (
            "def outer():\n    inside = 1\n    def inner():\n        return inside + outside\n    return inner",
            {"outside"},
        ),
        ("try:\n    f()\nexcept ValueError as error:\n    print(error)", {"f"}),
        ("total += 1", set()),
    ],
)
def test_free_names_are_those_read_from_outside(code, names):
    assert free_names(code) == names


def test_imported_modules_are_named_in_full():
    code = (
        "import os.path as p, json\nfrom sklearn import metrics\nfrom . import own\ndef f():\n    import re"
    )
    assert imported_modules(code) == {"os.path", "json", "sklearn", "sklearn.metrics", "re"}


def test_code_that_cannot_be_parsed_imports_nothing():
    assert imported_modules("import (") == frozenset()
