# Keras' metric object in float32; an array comes back.
# passes: both


def compare_with_mean(y_train, y_true, y_pred):
    found = []
    for guesses in (np.squeeze(y_pred), np.repeat(np.mean(y_train), len(y_true))):
        metric = keras.metrics.RootMeanSquaredError()
        metric.update_state(y_true, guesses)
        found.append(float(metric.result()))
    return np.array([*found, 1 - found[0] / found[1]])
