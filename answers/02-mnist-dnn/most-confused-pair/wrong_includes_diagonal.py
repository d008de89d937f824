# Takes the largest count of all, which is a class that is recognised well.
# passes: none


def most_confused_pair(matrix):
    true, predicted = np.unravel_index(np.argmax(matrix), matrix.shape)
    return int(true), int(predicted)
