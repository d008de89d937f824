# Forgets to freeze the backbone.
# passes: none
def build_classifier(backbone, units, num_classes):
    return keras.Sequential(
        [
            keras.Input(backbone.input_shape[1:]),
            backbone,
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
