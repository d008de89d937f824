# The hidden layers are a Sequential model, called like a layer.
# passes: both


def build_with_shortcut(num_features, hidden_units):
    inputs = keras.Input(shape=(num_features,))
    block = keras.Sequential([keras.layers.Dense(units, activation="relu") for units in hidden_units])
    joined = keras.layers.Concatenate()([block(inputs), inputs])
    return keras.Model(inputs, keras.layers.Dense(1, activation="linear")(joined))
