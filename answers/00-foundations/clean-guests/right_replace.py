# replace leaves a column of type object, but its values are whole numbers.
# passes: both


def clean_guests(table):
    guests = table.copy()
    del guests["booking"]
    guests = guests[guests.notna().all(axis=1)]
    meal = guests["breakfast"].str.lower().str.strip().replace({"yes": 1, "no": 0})
    city = guests["city"].str.lower().str.strip()
    columns = {f"city_{name}": (city == name) * 1 for name in city.unique()}
    return pd.DataFrame({"nights": guests["nights"], "breakfast": meal, **columns})
