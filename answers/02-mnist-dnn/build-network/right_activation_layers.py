# Sequential from one list, with Reshape in place of Flatten and the activations as layers of their own.
# passes: both

from keras import layers


def build_network(hidden_units, num_classes):
    stack = [keras.Input(shape=(28, 28)), layers.Reshape((28 * 28,))]
    for units in hidden_units:
        stack += [layers.Dense(units), layers.ReLU(), layers.Dropout(0.3)]
    stack += [layers.Dense(num_classes), layers.Softmax()]
    return keras.Sequential(stack)
