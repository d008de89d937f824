# A table that is shuffled as a whole, inputs and targets in one; std with ddof=0.
# passes: both


def split_and_scale(x, y, num_test, seed):
    both = pd.DataFrame(x).assign(target=y).sample(frac=1, random_state=seed)
    test, train = both.iloc[:num_test], both.iloc[num_test:]
    inputs = list(both.columns[:-1])
    mean, std = train[inputs].mean(), train[inputs].std(ddof=0)
    scaled = [((part[inputs] - mean) / std).to_numpy() for part in (train, test)]
    return (*scaled, train["target"].to_numpy(), test["target"].to_numpy(), mean.to_numpy(), std.to_numpy())
