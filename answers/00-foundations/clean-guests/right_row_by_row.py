# Goes through the rows as dictionaries and builds a new table.
# passes: both


def clean_guests(table):
    kept = []
    for row in table.to_dict("records"):
        if not (pd.isna(row["nights"]) or pd.isna(row["breakfast"]) or pd.isna(row["city"])):
            meal, city = row["breakfast"].strip().lower(), row["city"].strip().lower()
            kept.append({"nights": row["nights"], "breakfast": 1 if meal == "yes" else 0, "city": city})
    for name in sorted({row["city"] for row in kept}):
        for row in kept:
            row[f"city_{name}"] = int(row["city"] == name)
    return pd.DataFrame(kept).drop(columns="city")
