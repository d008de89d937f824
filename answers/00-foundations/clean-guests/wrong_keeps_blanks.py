# Writes everything small but leaves the stray blanks.
# passes: none


def clean_guests(table):
    guests = table.drop(columns="booking").dropna()
    for name in ["breakfast", "city"]:
        guests[name] = guests[name].str.lower()
    guests["breakfast"] = guests["breakfast"].map({"yes": 1, "no": 0})
    return pd.get_dummies(guests, columns=["city"], dtype=int)
