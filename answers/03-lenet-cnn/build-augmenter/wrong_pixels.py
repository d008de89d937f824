# Hands pixels over where Keras wants a share.
# passes: none


def build_augmenter(size, max_shift, max_degrees):
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            keras.layers.RandomTranslation(max_shift, max_shift, fill_mode="constant"),
            keras.layers.RandomRotation(max_degrees / 360, fill_mode="constant"),
        ]
    )
