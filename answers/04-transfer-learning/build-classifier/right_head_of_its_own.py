# A Sequential head as a model in a Sequential; pools by a Lambda layer.
# passes: both
def build_classifier(backbone, units, num_classes):
    head = keras.Sequential(
        [
            keras.Input(backbone.output_shape[1:]),
            keras.layers.Lambda(lambda maps: keras.ops.mean(maps, axis=(1, 2))),
            keras.layers.Dense(units, activation=keras.activations.relu),
            keras.layers.Dropout(rate=0.3),
            keras.layers.Dense(num_classes, activation=keras.activations.softmax),
        ]
    )
    model = keras.Sequential([keras.Input(backbone.input_shape[1:]), backbone, head])
    model.layers[0].trainable = False
    return model
