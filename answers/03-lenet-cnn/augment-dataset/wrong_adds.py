# Appends the varied batches to the plain ones.
# passes: none


def augment_dataset(dataset, augmenter):
    return dataset.concatenate(dataset.map(lambda images, labels: (augmenter(images, training=True), labels)))
