# scikit-learn's OneHotEncoder for the cities, small integers for the answers.
# passes: both


def clean_guests(table):
    guests = table[["nights", "breakfast", "city"]].dropna()
    for name in ["breakfast", "city"]:
        guests = guests.assign(**{name: [word.lower().strip() for word in guests[name]]})
    encoder = OneHotEncoder(sparse_output=False, dtype="int8")
    columns = encoder.fit_transform(guests[["city"]])
    guests["breakfast"] = guests["breakfast"].map({"no": 0, "yes": 1})
    names = encoder.get_feature_names_out()
    return guests.drop(columns="city").join(pd.DataFrame(columns, columns=names, index=guests.index))
