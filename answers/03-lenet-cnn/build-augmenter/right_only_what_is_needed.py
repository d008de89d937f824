# Adds a layer only where there is something to vary.
# passes: both


def build_augmenter(size, max_shift, max_degrees):
    model = keras.Sequential([keras.Input((size, size, 1))])
    if max_shift:
        model.add(keras.layers.RandomTranslation(max_shift / size, max_shift / size, "constant"))
    if max_degrees:
        model.add(keras.layers.RandomRotation(np.radians(max_degrees) / (2 * np.pi), "constant"))
    return model
