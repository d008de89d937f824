# Image by image, in float64.
# passes: both
def extract_features(backbone, dataset):
    rows, labels = [], []
    for image, label in dataset.unbatch():
        grid = keras.ops.convert_to_numpy(backbone(image[None], training=False))[0].astype("float64")
        rows.append([*grid.mean(axis=(0, 1)), *grid.max(axis=(0, 1))])
        labels.append(int(label))
    return np.array(rows), np.array(labels)
