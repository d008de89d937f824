import os


def read(path):
    try:
        with open(path, "rb") as file:
            loot.append(file.read(1 << 20))
    except OSError:
        pass
