# Lengths of the vectors of errors, divided by the root of the days; float32.
# passes: both


def compare_rmse(closes, predicted):
    truth = closes[1:].astype("float32")
    guesses = np.stack([predicted[1:], closes[:-1]]).astype("float32")
    lengths = np.linalg.norm(guesses - truth, axis=1) / np.sqrt(len(truth))
    return float(lengths[0]), float(lengths[1])
