# What they hold together counts.
# notes: memory

# %% scale
import os, time

for _ in range(4):
    if os.fork() == 0:
        x = bytearray(b"x") * (150 << 20)
        time.sleep(60)
time.sleep(60)
