"""Train the two networks of `hiddenlayers.datasets.digit_judges` and write their weights into the package.

Run it in the course's environment: `python scripts/train_digit_judges.py`. The MNIST network needs the real
MNIST; about two minutes on two cores. The seed fixes the weights up to the rounding of another machine.
"""

import math

import keras
import numpy as np
import tensorflow as tf

from hiddenlayers.datasets import digit_judges, mnist

BATCH = 64
EPOCHS = {"sample": 60, "mnist": 10}  # the sample is forty times smaller, and its images are less varied
FEWEST_IMAGES = 60_000


def main() -> None:
    tf.config.experimental.enable_op_determinism()
    train("sample", mnist.offline_sample())
    real = mnist.load_data()
    if len(real[0][0]) < FEWEST_IMAGES:
        raise SystemExit("MNIST is not here: run `hiddenlayers data fetch mnist` first.")
    train("mnist", real)


def train(on: str, data: mnist.Arrays) -> None:
    """Train on all training images, print the test accuracy, write the weights."""
    (x_train, y_train), (x_test, y_test) = [(images[..., None] / 255.0, labels) for images, labels in data]
    keras.utils.set_random_seed(3)
    model = digit_judges.untrained()
    steps = EPOCHS[on] * math.ceil(len(x_train) / BATCH)
    optimizer = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, steps))
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_train.astype("float32"), y_train, batch_size=BATCH, epochs=EPOCHS[on], verbose=2)
    print(f"{on}: test accuracy {model.evaluate(x_test, y_test, verbose=0)[1]:.4f}")
    np.savez_compressed(digit_judges.weights_file(on), *model.get_weights())


if __name__ == "__main__":
    main()
