# Every other place is read-only.

# %% scale
import hiddenlayers, numpy, os, sys

packages = [os.path.dirname(module.__file__) for module in (hiddenlayers, numpy, os)]
for folder in (
    "/",
    "/tmp",
    "@ROOT@",
    "@TEMPORARY@",
    "/usr/lib",
    "/etc",
    "/run",
    "/run/kernel",
    "/run/grader",
    "/dev",
    "/var/tmp",
    sys.prefix,
    *packages,
):
    try:
        open(f"{folder}/written", "w").close()
        win(folder)
    except OSError:
        pass
    for change in (os.rmdir, lambda f: os.rename(f, f + "x"), lambda f: os.chmod(f, 0o777)):
        try:
            change(folder)
            win(folder)
        except OSError:
            pass
