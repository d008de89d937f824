# Calls predict_classes, which old tutorials have and Keras has no more.
# passes: none


def predict_labels(model, images):
    return model.predict_classes(images)
