# Splits by train_test_split as it comes, which shuffles.
# passes: none

from sklearn.model_selection import train_test_split


def split_in_time(inputs, targets, num_val, num_test):
    inputs, x_test, targets, y_test = train_test_split(inputs, targets, test_size=num_test, random_state=0)
    x_train, x_val, y_train, y_val = train_test_split(inputs, targets, test_size=num_val, random_state=0)
    return (x_train, y_train), (x_val, y_val), (x_test, y_test)
