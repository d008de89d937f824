# Takes the nearest pixel instead of a mixture of four.
# passes: both


def build_augmenter(size, max_shift, max_degrees):
    how = {"fill_mode": "constant", "interpolation": "nearest"}
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            keras.layers.RandomTranslation(max_shift / size, max_shift / size, **how),
            keras.layers.RandomRotation(max_degrees / 360, **how),
        ]
    )
