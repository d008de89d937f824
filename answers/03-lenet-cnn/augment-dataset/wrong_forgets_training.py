# Calls the model as for prediction, so that it varies nothing.
# passes: none


def augment_dataset(dataset, augmenter):
    return dataset.map(lambda images, labels: (augmenter(images), labels))
