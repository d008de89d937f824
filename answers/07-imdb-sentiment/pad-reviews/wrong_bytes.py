# Stores the numbers as uint8, which ends at 255.
# passes: visible


def pad_reviews(sequences, length, head):
    rows = np.zeros((len(sequences), length), dtype="uint8")
    for row, sequence in zip(rows, sequences, strict=True):
        if len(sequence) > length:
            sequence = sequence[:head] + sequence[len(sequence) - length + head :]
        row[length - len(sequence) :] = np.array(sequence, dtype=int).astype("uint8")
    return rows
