# A model with both poolings and a concatenation; predicts on each batch.
# passes: both
def extract_features(backbone, dataset):
    images = keras.Input(backbone.input_shape[1:])
    grid = backbone(images, training=False)
    mean, largest = keras.layers.GlobalAveragePooling2D()(grid), keras.layers.GlobalMaxPooling2D()(grid)
    pooling = keras.Model(images, keras.layers.Concatenate()([mean, largest]))
    features, labels = [], []
    for batch, answers in dataset:
        features.extend(np.asarray(pooling(batch)))
        labels.extend(answers.numpy())
    return np.array(features), np.array(labels)
