# A loop over the rows of probabilities that collects int in a list.
# passes: both


def predict_labels(model, images):
    labels = []
    for row in model.predict(images, verbose=0):
        best = 0
        for label in range(len(row)):
            if row[label] > row[best]:
                best = label
        labels.append(best)
    return labels
