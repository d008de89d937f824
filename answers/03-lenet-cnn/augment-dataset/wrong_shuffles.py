# Shuffles the batches as well.
# passes: none


def augment_dataset(dataset, augmenter):
    varied = dataset.map(lambda images, labels: (augmenter(images, training=True), labels))
    return varied.shuffle(100, seed=2)
