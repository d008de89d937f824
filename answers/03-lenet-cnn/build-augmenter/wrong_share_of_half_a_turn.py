# Takes the factor of RandomRotation for a share of 180 degrees.
# passes: none


def build_augmenter(size, max_shift, max_degrees):
    share = max_shift / size
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            keras.layers.RandomTranslation(share, share, fill_mode="constant"),
            keras.layers.RandomRotation(max_degrees / 180, fill_mode="constant"),
        ]
    )
