# Sequential from one list, with the activations as layers of their own.
# passes: both


def build_classifier(num_features, hidden_units, rate):
    stack = [keras.Input((num_features,))]
    for units in hidden_units:
        stack += [keras.layers.Dense(units), keras.layers.Activation("relu"), keras.layers.Dropout(rate)]
    stack += [keras.layers.Dense(1), keras.layers.Activation("sigmoid")]
    model = keras.Sequential(stack)
    model.compile("adam", keras.losses.binary_crossentropy, metrics=["binary_accuracy"])
    return model
