# Makes columns for the two cities of the visible check only.
# passes: visible


def clean_guests(table):
    guests = table.drop(columns="booking").dropna()
    meal = guests["breakfast"].str.strip().str.lower().map({"yes": 1, "no": 0})
    city = guests["city"].str.strip().str.lower()
    columns = {f"city_{name}": (city == name).astype(int) for name in ["busan", "jeju"]}
    return pd.DataFrame({"nights": guests["nights"], "breakfast": meal, **columns})
