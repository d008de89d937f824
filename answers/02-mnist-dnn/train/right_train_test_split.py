# scikit-learn's train_test_split, told not to shuffle.
# passes: both

from sklearn.model_selection import train_test_split


def train(model, x, y, epochs):
    x_fit, x_val, y_fit, y_val = train_test_split(x, y, test_size=0.2, shuffle=False)
    validation = (x_val, y_val)
    return model.fit(x_fit, y_fit, epochs=epochs, batch_size=32, validation_data=validation, verbose=0)
