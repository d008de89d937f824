# CountVectorizer with a fixed vocabulary; its sparse matrix is made dense.
# passes: both


from sklearn.feature_extraction.text import CountVectorizer


def bag_of_words(documents, vocabulary):
    counter = CountVectorizer(analyzer=lambda tokens: tokens, vocabulary=vocabulary)
    return counter.transform(documents).toarray()
