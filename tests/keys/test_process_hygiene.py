"""What hardening keeps from others, tried by another process of the same user.

A process of root may look into every other one, so that the ones here give up being root first.
"""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest

from groundrules.keys import hygiene

SCRIPT = """
import ctypes, os, resource, signal, sys
from groundrules.keys.hygiene import harden

mode = sys.argv[1]
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # a change of user makes a process hidden by itself

ready, told = os.pipe()
child = os.fork()
if not child:
    canary = "".join(chr(ord(one) + 1) for one in "gdqnmk`msdqm").encode() * 3
    if mode == "hardened":
        harden()
    os.write(told, hex(id(canary)).encode())
    signal.pause()
os.close(told)
address = int(os.read(ready, 64), 16)
try:
    with open(f"/proc/{child}/mem", "rb", buffering=0) as memory:
        memory.seek(address)
        print("read" if memory.read(100).count(b"heronlantern") == 3 else "nothing")
except PermissionError:
    print("refused")
finally:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""

LIMITS = """
import ctypes, os, resource
from groundrules.keys.hygiene import harden
resource.setrlimit(resource.RLIMIT_MEMLOCK, (0, 0))
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
missing = harden()
room = bytearray(1 << 28)
print(resource.getrlimit(resource.RLIMIT_CORE))
print(*missing, sep="|")
"""

LOCKED = """
from groundrules.keys.hygiene import harden
missing = harden()
with open("/proc/self/status") as status:
    kib = next(int(line.split()[1]) for line in status if line.startswith("VmLck"))
print(bool(kib) != any("swap" in one for one in missing))
"""


def told(script, *arguments):
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.split("\n")


@pytest.mark.parametrize(("mode", "expected"), [("hardened", "refused"), ("plain", "read")])
def test_another_process_of_the_same_user_reads_the_memory_only_without_hardening(mode, expected):
    assert [expected, ""] == told(SCRIPT, mode)


def test_a_hardened_process_has_no_core_file_and_its_memory_and_says_what_it_lacks():
    limits, missing, _ = told(LIMITS)
    assert "(0, 0)" == limits
    assert ["the memory may be written to the swap"] == [
        one.split(":")[0] for one in missing.split("|")
    ]


def test_memory_is_locked_or_that_is_said():
    assert ["True", ""] == told(LOCKED)


def test_a_function_that_is_not_there_is_not_called():
    before = resource.getrlimit(resource.RLIMIT_CORE)
    assert not hygiene._called("no_such_function_of_c", 1)  # noqa: SLF001 - nothing else can show it
    assert before == resource.getrlimit(resource.RLIMIT_CORE)
