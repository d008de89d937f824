# Puts mean and maximum of each channel beside each other.
# passes: none
def extract_features(backbone, dataset):
    rows, answers = [], []
    for images, targets in dataset:
        grid = np.asarray(backbone(images, training=False))
        both = np.stack([grid.mean(axis=(1, 2)), grid.max(axis=(1, 2))], axis=2)
        rows.append(both.reshape(len(grid), -1))
        answers.append(np.asarray(targets))
    return np.concatenate(rows), np.concatenate(answers)
