# Puts the batches together anew, four images in each.
# passes: visible


def augment_dataset(dataset, augmenter):
    varied = dataset.map(lambda images, labels: (augmenter(images, training=True), labels))
    return varied.unbatch().batch(4)
