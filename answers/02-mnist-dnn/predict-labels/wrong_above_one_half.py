# Looks for a probability above 0.5, as in a problem of two classes.
# passes: none


def predict_labels(model, images):
    probabilities = model.predict(images, verbose=0)
    return (probabilities > 0.5).argmax(axis=1)
