# Takes the numbers for ranks.
# passes: none


def decode_review(numbers, word_index):
    words = {rank: word for word, rank in word_index.items()}
    return " ".join(words.get(number, "?") for number in numbers if number > 1)
