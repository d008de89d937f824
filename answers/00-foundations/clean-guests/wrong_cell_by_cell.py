# Writes numbers into the column of words, cell by cell: a TypeError in pandas 3, floats or objects before.
# passes: none


def clean_guests(table):
    guests = table.drop(columns="booking").dropna()
    for i in guests.index:
        guests.loc[i, "breakfast"] = 1 if guests.loc[i, "breakfast"] == "yes" else 0
    return pd.get_dummies(guests, columns=["city"], dtype=int)
