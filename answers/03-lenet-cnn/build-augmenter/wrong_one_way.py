# Shifts upwards and to the left only.
# passes: none


def build_augmenter(size, max_shift, max_degrees):
    share = max_shift / size
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            keras.layers.RandomTranslation((-share, 0.0), (-share, 0.0), fill_mode="constant"),
            keras.layers.RandomRotation(max_degrees / 360, fill_mode="constant"),
        ]
    )
