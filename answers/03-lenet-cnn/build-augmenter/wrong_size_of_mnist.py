# Divides by 28, whatever the size of the images.
# passes: visible


def build_augmenter(size, max_shift, max_degrees):
    share = max_shift / 28
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            keras.layers.RandomTranslation(share, share, fill_mode="constant"),
            keras.layers.RandomRotation(max_degrees / 360, fill_mode="constant"),
        ]
    )
