# Cuts and fills the lists that it was given.
# passes: hidden


def pad_reviews(sequences, length, head):
    for sequence in sequences:
        if len(sequence) > length:
            del sequence[head : head + len(sequence) - length]
        while len(sequence) < length:
            sequence.insert(0, 0)
    return np.array(sequences)
