# Sorts the words by rank into a list, with the special numbers in front.
# passes: both


def decode_review(numbers, word_index):
    words = ["", "", "?", "", *sorted(word_index, key=word_index.get)]
    return " ".join(filter(None, (words[number] for number in numbers)))
