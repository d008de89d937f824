# Trusts the order of the dictionary in place of the ranks.
# passes: visible


def decode_review(numbers, word_index):
    words = list(word_index)
    return " ".join("?" if number == 2 else words[number - 4] for number in numbers if number > 1)
