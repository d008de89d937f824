"""Warm processes in a sandbox: TensorFlow is imported once, and each submission runs in forks with nothing in reach.

`bubblewrap.py` starts the outer sandbox from the grader's side, `warm.py` is the process in it that imports and
forks, `inner.py` what a fork does before it runs anybody's code, `seccomp.py` its system call filter.
"""
