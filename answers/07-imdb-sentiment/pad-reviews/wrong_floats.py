# Makes the zeros as floating-point numbers.
# passes: none


def pad_reviews(sequences, length, head):
    rows = np.zeros((len(sequences), length))
    for row, sequence in zip(rows, sequences, strict=True):
        if len(sequence) > length:
            sequence = sequence[:head] + sequence[len(sequence) - length + head :]
        row[length - len(sequence) :] = sequence
    return rows
