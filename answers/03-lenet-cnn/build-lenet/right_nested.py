# A feature extractor and a classifier, each a model, one after the other.
# passes: both


def build_lenet(input_shape, num_classes):
    features = keras.Sequential(name="features")
    features.add(keras.Input(shape=input_shape))
    features.add(keras.layers.Conv2D(6, 5, padding="same", activation="relu"))
    features.add(keras.layers.MaxPooling2D(pool_size=2))
    features.add(keras.layers.Conv2D(16, 5, padding="valid", activation="relu"))
    features.add(keras.layers.MaxPooling2D(pool_size=2))
    classifier = keras.Sequential(
        [
            keras.Input(shape=features.output_shape[1:]),
            keras.layers.Flatten(),
            keras.layers.Dense(120, activation="relu"),
            keras.layers.Dense(84, activation="relu"),
            keras.layers.Dense(num_classes, activation="softmax"),
        ],
        name="classifier",
    )
    return keras.Sequential([keras.Input(shape=input_shape), features, classifier])
