# Writes sequence[-(length - head):], which is everything when head equals length.
# passes: visible


def pad_reviews(sequences, length, head):
    rows = []
    for sequence in sequences:
        if len(sequence) > length:
            sequence = sequence[:head] + sequence[-(length - head) :]
        rows.append(([0] * length + sequence)[-length:])
    return np.array(rows)
