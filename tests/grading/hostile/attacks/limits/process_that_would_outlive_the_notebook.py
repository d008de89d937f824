# It is gone with the kernel.

# %% scale
import os, subprocess, sys

line = [sys.executable, "-c", "import time; time.sleep(600)  # @MARK@"]
subprocess.Popen(line, start_new_session=True)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv(line[0], line)
    os._exit(0)
