# Returns the images alone.
# passes: none


def augment_dataset(dataset, augmenter):
    return dataset.map(lambda images, labels: augmenter(images, training=True))
