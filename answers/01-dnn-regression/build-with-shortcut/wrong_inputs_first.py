# Joins in the other order, the inputs first.
# passes: none


def build_with_shortcut(num_features, hidden_units):
    inputs = keras.Input(shape=(num_features,))
    x = inputs
    for units in hidden_units:
        x = keras.layers.Dense(units, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(1)(keras.layers.Concatenate()([inputs, x])))
