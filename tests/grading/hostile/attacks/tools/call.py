import ctypes, os, platform

libc = ctypes.CDLL(None, use_errno=True)
column = platform.machine() == "aarch64"


def call(numbers, *arguments):
    return libc.syscall(ctypes.c_long(numbers[column]), *arguments)
