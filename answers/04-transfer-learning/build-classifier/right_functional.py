# Functional API, the backbone in inference mode.
# passes: both
def build_classifier(backbone, units, num_classes):
    backbone.trainable = False
    images = keras.Input(shape=backbone.input_shape[1:])
    x = backbone(images, training=False)
    x = keras.layers.GlobalAveragePooling2D()(x)
    x = keras.layers.Dense(units, activation="relu")(x)
    x = keras.layers.Dropout(0.3)(x)
    return keras.Model(images, keras.layers.Dense(num_classes, activation="softmax")(x))
