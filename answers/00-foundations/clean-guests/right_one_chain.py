# One chain of methods; dropna looks at three columns, comparisons make the numbers.
# passes: both


def clean_guests(table):
    return (
        table.dropna(subset=["nights", "breakfast", "city"])
        .drop(columns=["booking"])
        .assign(
            breakfast=lambda t: (t["breakfast"].str.strip().str.lower() == "yes").astype(int),
            city=lambda t: t["city"].str.strip().str.lower(),
        )
        .pipe(pd.get_dummies, columns=["city"], dtype="int64")
        .reset_index(drop=True)
    )
