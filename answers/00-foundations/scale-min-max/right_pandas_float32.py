# pandas takes the minimum of each column by itself; the result is a list of float32 arrays.
# passes: both


def scale_min_max(x_train, x_new):
    train, new = pd.DataFrame(x_train), pd.DataFrame(x_new)
    low, reach = train.min(), train.max() - train.min()
    return [((part - low) / reach).to_numpy(dtype="float32") for part in (train, new)]
