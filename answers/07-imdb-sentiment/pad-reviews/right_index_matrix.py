# Calculates for each cell which number of its sequence it shows.
# passes: both


def pad_reviews(sequences, length, head):
    result = np.zeros((len(sequences), length), dtype="int64")
    for i, sequence in enumerate(sequences):
        places = np.arange(length) + len(sequence) - length
        if len(sequence) > length:
            places[:head] = np.arange(head)
        known = places >= 0
        result[i, known] = np.array(sequence, dtype="int64")[places[known]]
    return result
