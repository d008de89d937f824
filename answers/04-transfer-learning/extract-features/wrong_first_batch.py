# Takes one batch for the whole data set.
# passes: none
def extract_features(backbone, dataset):
    images, targets = next(iter(dataset))
    grid = np.asarray(backbone(images, training=False))
    return np.concatenate([grid.mean(axis=(1, 2)), grid.max(axis=(1, 2))], axis=1), np.asarray(targets)
