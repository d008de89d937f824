# Fills an array of zeros; everything given to compile by name.
# passes: both

import keras
import numpy as np


def train_reviews(model, reviews, labels, epochs):
    length = model.input_shape[1]
    rows = np.zeros((len(reviews), length), dtype="int32")
    for row, review in zip(rows, reviews, strict=True):
        kept = review[:length]
        row[: len(kept)] = kept
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01), loss="binary_crossentropy", metrics=["accuracy"]
    )
    return model.fit(rows, labels, epochs=epochs, verbose=0)
