# keras.layers.concatenate as a function, and layers from a list.
# passes: both


def build_with_shortcut(num_features, hidden_units):
    inputs = keras.Input(shape=(num_features,))
    x = inputs
    for layer in [keras.layers.Dense(units, activation="relu") for units in hidden_units]:
        x = layer(x)
    outputs = keras.layers.Dense(1)(keras.layers.concatenate([x, inputs], axis=-1))
    return keras.Model(inputs=inputs, outputs=outputs)
