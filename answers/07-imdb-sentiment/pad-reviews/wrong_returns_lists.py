# Returns a list of lists.
# passes: none


def pad_reviews(sequences, length, head):
    rows = []
    for sequence in sequences:
        missing = length - len(sequence)
        rows.append(
            [0] * missing + sequence if missing >= 0 else sequence[:head] + sequence[head - missing :]
        )
    return rows
