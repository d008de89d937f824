# Goes on from the backbone's own output; freezes layer by layer.
# passes: both
def build_classifier(backbone, units, num_classes):
    for layer in backbone.layers:
        layer.trainable = False
    x = keras.layers.GlobalAveragePooling2D()(backbone.output)
    x = keras.layers.Dense(units)(x)
    x = keras.layers.ReLU()(x)
    x = keras.layers.Dropout(0.3)(x)
    x = keras.layers.Dense(num_classes)(x)
    return keras.Model(backbone.input, keras.layers.Softmax()(x))
