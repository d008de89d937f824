# get_dummies as it comes, which gives True and False.
# passes: none


def clean_guests(table):
    guests = table.drop(columns="booking").dropna()
    for name in ["breakfast", "city"]:
        guests[name] = guests[name].str.strip().str.lower()
    guests["breakfast"] = guests["breakfast"].map({"yes": 1, "no": 0})
    return pd.get_dummies(guests, columns=["city"])
