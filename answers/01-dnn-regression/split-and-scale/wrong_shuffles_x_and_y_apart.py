# Shuffles inputs and targets each by itself, so rows lose their answers.
# passes: none


def split_and_scale(x, y, num_test, seed):
    generator = np.random.default_rng(seed)
    x, y = generator.permutation(x), generator.permutation(y)
    mean, std = x[num_test:].mean(axis=0), x[num_test:].std(axis=0)
    x = (x - mean) / std
    return x[num_test:], x[:num_test], y[num_test:], y[:num_test], mean, std
