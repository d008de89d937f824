# Returns a list of batches, which is no data set.
# passes: none


def augment_dataset(dataset, augmenter):
    return [(augmenter(images, training=True), labels) for images, labels in dataset]
