# Fills with the mirrored image, as Keras does by itself.
# passes: none


def build_augmenter(size, max_shift, max_degrees):
    share = max_shift / size
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            keras.layers.RandomTranslation(share, share),
            keras.layers.RandomRotation(max_degrees / 360),
        ]
    )
