# Lists of Python, turned into an array at the end.
# passes: both


def pad_reviews(sequences, length, head):
    rows = []
    for sequence in sequences:
        missing = length - len(sequence)
        if missing >= 0:
            rows.append([0] * missing + list(sequence))
        else:
            rows.append(sequence[:head] + sequence[head - missing :])
    return np.array(rows)
