# Masks the diagonal and looks for the places of the maximum; the tuple holds np.int64.
# passes: both


def most_confused_pair(matrix):
    off_diagonal = np.where(np.eye(len(matrix), dtype=bool), -1, matrix)
    places = np.argwhere(off_diagonal == off_diagonal.max())
    return tuple(places[0])
