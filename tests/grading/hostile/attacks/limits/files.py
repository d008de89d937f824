# There are only so many.

# %% scale
for number in range(10**7):
    open(f"f{number}", "w").close()
