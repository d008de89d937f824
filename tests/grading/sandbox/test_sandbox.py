"""What code in the sandbox can and can't do, tried from inside."""

import os
import socket
import subprocess
from pathlib import Path

import hiddenlayers
from hiddenlayers.grading.sandbox import bubblewrap
from hiddenlayers.grading.sandbox.bounds import Bounds


def test_the_file_system_holds_the_environment_and_nothing_else(inside):
    root = Path(__file__).parents[3]
    seen = inside(
        f"import os; print([os.path.exists({str(root)!r} + f'/{{n}}') for n in ('chapters', 'source', 'tests')])"
    )
    assert seen == "[False, False, False]"
    assert inside(f"print(os.path.exists({hiddenlayers.__file__!r}))") == "True"
    assert inside("print(os.listdir('/home') if os.path.exists('/home') else [])") == "[]"


def test_what_nbgrader_exchanges_on_this_machine_is_hidden(warm, monkeypatch, tmp_path):
    exchange = Path("/usr/share")  # a folder that every host has, in the exchange's stead
    monkeypatch.setattr(bubblewrap, "EXCHANGE", str(exchange))
    line = bubblewrap.command(tmp_path, [], ["/usr/bin/ls", "-A", str(exchange)], {})
    assert any(exchange.iterdir())
    assert subprocess.run(line, capture_output=True, text=True, check=True).stdout == ""


def test_only_its_own_folder_can_be_written(inside):
    assert inside("open('mine.txt', 'w').write('x'); print(open('mine.txt').read())") == "x"
    for place in (
        "/tmp/x",
        "/etc/x",
        "/run/kernel/x",
        "/run/grader/x",
        "/dev/x",
        f"{Path(hiddenlayers.__file__).parent}/x",
    ):
        assert inside(f"open({place!r}, 'w')").startswith(("OSError: [Errno 30]", "PermissionError"))


def test_a_temporary_folder_can_be_made(inside):
    assert inside("import tempfile\nwith tempfile.TemporaryDirectory() as folder: print(folder)").startswith(
        "/submission/"
    )


def test_what_was_handed_in_lies_in_its_folder(enter):
    inside = enter(files={"data/a.csv": b"1,2"})
    assert inside("print(open('data/a.csv').read())") == "1,2"
    assert inside("open('data/a.csv', 'a').write('x'); print('written')") == "written"


def test_nothing_survives_into_the_next_submission(enter):
    enter()("open('left.txt', 'w').write('x'); import sys; sys.left = 1")
    other = enter()
    assert other("import os, sys; print(os.listdir(), hasattr(sys, 'left'))") == "[] False"


def test_its_folder_is_bounded_in_size_and_number_of_files(inside):
    assert "No space left" in inside(
        "with open('big', 'wb') as f:\n    for _ in range(30): f.write(bytes(1 << 20))"
    )
    assert "No space left" in inside("import os; os.remove('big')\nfor i in range(500): open(f'f{i}', 'w')")


def test_memory_is_bounded(inside):
    assert "MemoryError" in inside("x = bytearray(800 << 20)")
    assert inside("print('still here')") == "still here"


def test_memory_of_children_counts_for_the_namespace(inside):
    before = inside.fork.memory_mb()
    inside(
        "import os, time\n"
        "ready, write = os.pipe()\n"
        "if os.fork() == 0:\n"
        "    x = bytearray(b'1') * (200 << 20)\n"
        "    os.write(write, b'1'); time.sleep(60)\n"
        "os.read(ready, 1)"
    )
    assert inside.fork.memory_mb() > before + 150


def test_processes_are_bounded(enter):
    inside = enter(Bounds(memory_mb=500, disk_mb=16, files=200, processes=30))
    message = inside(
        "import os, time\n"
        "made = 0\n"
        "try:\n"
        "    while made < 200:\n"
        "        if os.fork() == 0: time.sleep(60); os._exit(0)\n"
        "        made += 1\n"
        "except OSError as error: print(error, made < 30)"
    )
    assert "Resource temporarily unavailable True" in message


def test_there_is_no_network(inside):
    code = "import socket\nprint(socket.socket().connect_ex(('{}', 53)))"
    assert inside(code.format("8.8.8.8")) in ("101", "113")
    assert inside("try: socket.getaddrinfo('example.com', 80)\nexcept OSError: print('no name')") == "no name"
    assert inside("socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)").startswith("PermissionError")
    assert inside("socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)").startswith("PermissionError")


def test_abstract_sockets_outside_are_out_of_reach(inside):
    name = f"\0hiddenlayers-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        refused = inside(f"import socket; print(socket.socket(socket.AF_UNIX).connect_ex({name!r}))")
    assert refused == "111"


def test_only_its_own_processes_are_seen(inside):
    assert (
        inside("import os; print(os.getpid(), sorted(int(p) for p in os.listdir('/proc') if p.isdigit()))")
        == "1 [1]"
    )


def test_another_submission_is_out_of_reach(enter):
    one, other = enter(), enter()
    one("secret = 'x'; open('mine', 'w').write('x')")
    assert other("import os; print(sorted(os.listdir('/run/kernel')))") == "['k-1', 'k-2', 'k-3', 'k-4']"
    assert other("print(os.listdir('/run/grader'))") == "[]"
    assert one("print(secret)") == "x"


def test_no_capability_is_left_and_none_can_be_had(inside):
    status = inside("print(open('/proc/self/status').read())")
    for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert f"{name}:\t0000000000000000" in status
    assert "NoNewPrivs:\t1" in status


def test_the_filter_holds_in_every_thread(inside):
    code = (
        "import os\n"
        "for thread in os.listdir('/proc/self/task'):\n"
        "    lines = open(f'/proc/self/task/{thread}/status').read()\n"
        "    print('Seccomp:\\t2' in lines and 'CapEff:\\t0000000000000000' in lines, end=' ')"
    )
    assert set(inside(code).split()) == {"True"}


def test_denied_calls_fail(inside):
    inside("import ctypes, os; libc = ctypes.CDLL(None, use_errno=True)")
    for call in (
        "libc.unshare(0x10000000)",
        "libc.mount(b'none', b'/tmp', b'tmpfs', 0, None)",
        "libc.ptrace(0, 0, 0, 0)",
        "libc.syscall(250, 0, 0)",  # keyctl
        "libc.syscall(319, b'x', 0)",  # memfd_create
        "libc.syscall(425, 8, 0)",  # io_uring_setup
        "libc.syscall(321, 0, 0, 0)",  # bpf
        "libc.chroot(b'.')",
    ):
        assert inside(f"print({call}, ctypes.get_errno())") == "-1 1", call


def test_sockets_hold_no_more_than_the_host_gives_them(inside):
    inside("import resource, socket; pair = socket.socketpair()")
    assert "PermissionError" in inside("pair[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)")
    assert inside("print(resource.getrlimit(resource.RLIMIT_NOFILE))") == "(256, 256)"


def test_shared_anonymous_memory_is_refused(inside):
    assert inside("import mmap; mmap.mmap(-1, 4096)").startswith("PermissionError")


def test_settings_of_the_kernel_are_read_only(inside):
    message = inside("open('/proc/sys/kernel/core_pattern', 'w').write('x')")
    assert message.startswith(("OSError: [Errno 30]", "PermissionError"))


def test_the_environment_tells_nothing_of_the_grader(enter, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "x")
    inside = enter(environment={"HIDDENLAYERS_LANG": "ko"})
    seen = inside("import os; print(sorted(os.environ))")
    assert "SECRET_TOKEN" not in seen
    assert "HIDDENLAYERS_SEED" not in seen
    assert inside("print(os.environ['HIDDENLAYERS_LANG'])") == "ko"


def test_a_child_that_prints_is_heard(inside):
    inside("import subprocess, sys")
    assert inside("print(subprocess.check_output([sys.executable, '-c', 'print(1)'], text=True))") == "1"


def test_killing_a_fork_ends_everything_in_it(warm, enter):
    inside = enter()
    inside(
        "import os, time\nfor _ in range(10):\n    if os.fork() == 0:\n        os.setsid(); time.sleep(600)"
    )
    pids = [
        path.name
        for path in Path("/proc").iterdir()
        if path.name.isdigit() and _parent(path) == inside.fork.pid
    ]
    assert len(pids) == 10
    inside.fork.kill()
    assert not [pid for pid in pids if Path("/proc", pid).exists()]
    assert not inside.fork.alive()


def _parent(path):
    try:
        return int((path / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def test_an_interrupt_stops_what_runs(inside):
    inside.start(
        "import time\ntry:\n    print(1, flush=True); time.sleep(100)\nexcept KeyboardInterrupt:\n    stopped = True"
    )
    inside.fork.interrupt()
    assert inside("print(stopped)") == "True"


def test_the_warm_process_has_one_thread(warm):
    assert warm.threads_after_import == 1
