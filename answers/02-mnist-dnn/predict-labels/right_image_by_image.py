# One prediction an image, each as a batch of one.
# passes: both


def predict_labels(model, images):
    labels = np.zeros(len(images), dtype="int32")
    for i, image in enumerate(images):
        probabilities = model(image[np.newaxis])[0]
        labels[i] = np.argmax(probabilities)
    return labels
