# Sets from_logits=True although the model ends in sigmoid.
# passes: none


def build_classifier(num_features, hidden_units, rate):
    model = keras.Sequential([keras.Input(shape=(num_features,))])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation="relu"))
        model.add(keras.layers.Dropout(rate))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model
