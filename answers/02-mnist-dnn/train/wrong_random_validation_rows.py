# Draws the validation rows at random, so most of the last 20 % are learned from.
# passes: none

from sklearn.model_selection import train_test_split


def train(model, x, y, epochs):
    x_fit, x_val, y_fit, y_val = train_test_split(x, y, test_size=0.2, random_state=0)
    return model.fit(x_fit, y_fit, batch_size=32, epochs=epochs, validation_data=(x_val, y_val), verbose=0)
