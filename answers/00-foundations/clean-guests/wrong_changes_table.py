# Cleans the words in the caller's own table.
# passes: none


def clean_guests(table):
    for name in ["breakfast", "city"]:
        table[name] = table[name].str.strip().str.lower()
    guests = table.drop(columns="booking").dropna()
    guests["breakfast"] = guests["breakfast"].map({"yes": 1, "no": 0})
    return pd.get_dummies(guests, columns=["city"], dtype=int)
