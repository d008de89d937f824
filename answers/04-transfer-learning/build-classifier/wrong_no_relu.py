# The hidden layer has no activation.
# passes: none
def build_classifier(backbone, units, num_classes):
    backbone.trainable = False
    return keras.Sequential(
        [
            keras.Input(backbone.input_shape[1:]),
            backbone,
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(units),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
