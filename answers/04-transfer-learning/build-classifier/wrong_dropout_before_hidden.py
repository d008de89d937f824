# The Dropout layer comes before the hidden layer.
# passes: visible
def build_classifier(backbone, units, num_classes):
    backbone.trainable = False
    return keras.Sequential(
        [
            keras.Input(backbone.input_shape[1:]),
            backbone,
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
