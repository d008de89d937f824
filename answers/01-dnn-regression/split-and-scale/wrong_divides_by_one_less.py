# pandas' std divides by the number of rows minus one, unlike np.std.
# passes: none


def split_and_scale(x, y, num_test, seed):
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=num_test, random_state=seed)
    mean, std = pd.DataFrame(x_train).mean().to_numpy(), pd.DataFrame(x_train).std().to_numpy()
    return (x_train - mean) / std, (x_test - mean) / std, y_train, y_test, mean, std
