# Uses one name for the inputs and for what follows, so the shortcut leads from the last layer to itself.
# passes: none


def build_with_shortcut(num_features, hidden_units):
    start = x = keras.Input(shape=(num_features,))
    for units in hidden_units:
        x = keras.layers.Dense(units, activation="relu")(x)
    return keras.Model(start, keras.layers.Dense(1)(keras.layers.Concatenate()([x, x])))
