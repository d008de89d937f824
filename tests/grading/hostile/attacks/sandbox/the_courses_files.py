# There are none.
# uses: read

# %% scale
for folder in (
    "@ROOT@",
    "@TEMPORARY@",
    "..",
    "../..",
    "/proc/self/root@ROOT@",
    "/proc/1/root@ROOT@",
    "/proc/1/cwd",
):
    for name in (
        ".course-seed",
        "notes.txt",
        "gradebook.db",
        "source/@CHAPTER@/@CHAPTER@.ipynb",
        "chapters/@CHAPTER@.py",
        "submitted/somebody else/@CHAPTER@/@CHAPTER@.ipynb",
        "canary.txt",
        "nbgrader_config.py",
    ):
        read(f"{folder}/{name}")
