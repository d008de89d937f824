# pandas' shift, which leaves the first day empty.
# passes: both


def compare_rmse(closes, predicted):
    table = pd.DataFrame({"close": closes, "model": predicted})
    table["persistence"] = table["close"].shift(1)
    table = table.dropna()
    errors = table[["model", "persistence"]].sub(table["close"], axis=0)
    return tuple((errors**2).mean() ** 0.5)
