import numpy as np
import pytest

from hiddenlayers.datasets import digit_judges, mnist, store
from tests.chapters.narrative import needs


def accuracy(model, images, labels):
    opinions = np.asarray(model(images[..., None].astype("float32") / 255))
    assert opinions.shape == (len(images), 10)
    np.testing.assert_allclose(opinions.sum(axis=1), 1, rtol=1e-4)
    return np.mean(opinions.argmax(axis=1) == labels)


def same_weights(one, other):
    return all(map(np.array_equal, one.get_weights(), other.get_weights()))


def test_the_judge_of_the_sample_reads_digits_that_it_has_not_learned_from():
    _, (images, labels) = mnist.offline_sample()
    judge = digit_judges.trained("sample")
    assert judge.count_params() == 61_706
    assert accuracy(judge, images, labels) >= 0.96


def test_the_judge_of_the_sample_is_sure_of_digits_and_not_of_noise():
    _, (images, _) = mnist.offline_sample()
    judge = digit_judges.trained("sample")
    sure = np.asarray(judge(images[..., None].astype("float32") / 255)).max(axis=1) >= 0.9
    noise = np.random.default_rng(0).random((300, 28, 28, 1), dtype="float32")
    sure_of_noise = np.asarray(judge(noise)).max(axis=1) >= 0.9
    assert sure.mean() > 0.9 > 0.5 > sure_of_noise.mean()


@pytest.mark.parametrize(("found", "on"), [(None, "sample"), (("mnist.npz",), "mnist")])
def test_the_judge_fits_the_data_that_the_loader_of_mnist_returns(monkeypatch, found, on):
    monkeypatch.setattr(store, "find", lambda *_: found)
    assert same_weights(digit_judges.load_model(), digit_judges.trained(on))
    assert not same_weights(digit_judges.trained("sample"), digit_judges.trained("mnist"))


def test_while_grading_the_judge_is_that_of_the_sample(monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "grading")
    assert same_weights(digit_judges.load_model(), digit_judges.trained("sample"))


@pytest.mark.real_data
@needs("mnist")
def test_the_judge_of_mnist_is_right_on_988_of_1000_digits():
    _, (images, labels) = mnist.load_data()
    assert accuracy(digit_judges.load_model(), images, labels) >= 0.988
