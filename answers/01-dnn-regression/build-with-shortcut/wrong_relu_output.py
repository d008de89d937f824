# ReLU on the output layer.
# passes: none


def build_with_shortcut(num_features, hidden_units):
    inputs = keras.Input(shape=(num_features,))
    x = inputs
    for units in hidden_units:
        x = keras.layers.Dense(units, activation="relu")(x)
    joined = keras.layers.Concatenate()([x, inputs])
    return keras.Model(inputs, keras.layers.Dense(1, activation="relu")(joined))
