# Runs the backbone in training mode: dropout, and each batch's own mean.
# passes: none
def extract_features(backbone, dataset):
    rows, answers = [], []
    for images, targets in dataset:
        grid = np.asarray(backbone(images, training=True))
        rows.append(np.concatenate([grid.mean(axis=(1, 2)), grid.max(axis=(1, 2))], axis=1))
        answers.append(np.asarray(targets))
    return np.concatenate(rows), np.concatenate(answers)
