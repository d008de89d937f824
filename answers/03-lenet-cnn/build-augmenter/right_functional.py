# The Functional API, with bounds written out in both directions.
# passes: both


def build_augmenter(size, max_shift, max_degrees):
    images = keras.Input(shape=(size, size, 1))
    part, turn = max_shift / size, max_degrees / 360
    x = keras.layers.RandomTranslation(
        height_factor=(-part, part), width_factor=(-part, part), fill_mode="constant", fill_value=0.0
    )(images)
    x = keras.layers.RandomRotation(factor=(-turn, turn), fill_mode="constant", fill_value=0.0)(x)
    return keras.Model(images, x)
