# Leaky ReLU as the activation of each Dense layer.
# passes: both


def build_discriminator(image_shape, units, slope, rate):
    model = keras.Sequential([keras.Input(shape=image_shape), keras.layers.Flatten()])
    for count in units:
        leaky = keras.layers.LeakyReLU(negative_slope=slope)
        model.add(keras.layers.Dense(count, activation=leaky))
        model.add(keras.layers.Dropout(rate))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
