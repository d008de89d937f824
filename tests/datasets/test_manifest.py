import re
from importlib import resources

import pytest

from hiddenlayers.datasets.manifest import manifest, select
from hiddenlayers.errors import HiddenLayersError

FILES = [(data_set.name, file) for data_set in manifest().values() for file in data_set.files]


def test_names_every_data_set_of_the_course():
    assert set(manifest()) == {
        "mnist",
        "fashion-mnist",
        "imdb",
        "nsmc",
        "housing",
        "flower_photos",
        "weights",
        "aapl",
    }


def test_says_of_every_data_set_what_it_is_and_under_which_licence():
    for data_set in manifest().values():
        for fact in (data_set.title, data_set.what, data_set.source, data_set.licence, data_set.used):
            assert fact
        assert data_set.parts


@pytest.mark.parametrize(
    ("name", "file"), FILES, ids=[f"{name}/{file.part}/{file.size}" for name, file in FILES]
)
def test_every_file_can_be_proven_or_says_why_not(name, file):
    if file.exempt:
        assert (name, file.sha256, file.size, file.url) == ("aapl", "", 0, "")
    else:
        assert re.fullmatch("[0-9a-f]{64}", file.sha256)
        assert file.size > 0


@pytest.mark.parametrize(
    ("name", "file"), FILES, ids=[f"{name}/{file.part}/{file.size}" for name, file in FILES]
)
def test_every_file_has_an_official_address_or_says_how_to_make_it(name, file):
    assert file.url.startswith("https://") or file.made
    assert not file.url or file.url.endswith("/" + file.name)
    assert not file.keras or file.keras.endswith("/" + file.name)
    assert "/" not in file.name


def test_digests_are_all_different():
    digests = [file.sha256 for _, file in FILES if file.sha256]
    assert len(digests) == len(set(digests))


def test_the_variant_to_fetch_stands_first():
    for data_set in manifest().values():
        for part in data_set.parts:
            variants = data_set.variants(part)
            assert variants[0].url or not any(file.url for file in variants)


def test_is_part_of_the_package():
    assert resources.files("hiddenlayers.datasets").joinpath("manifest.toml").is_file()


def test_select_takes_names_in_the_order_given_and_everything_without_names():
    assert [data_set.name for data_set in select(["imdb", "mnist"])] == ["imdb", "mnist"]
    assert select() == select([]) == list(manifest().values())


def test_select_refuses_an_unknown_name_and_lists_the_known_ones():
    with pytest.raises(HiddenLayersError, match=r"No data set mnits: there are mnist, fashion-mnist, .*aapl"):
        select(["mnist", "mnits"])
