#!/usr/bin/env python3
"""What a key costs, in instructions: python3 benches/instructions.py [PROGRAM]

Runs the program in a pseudo-terminal under valgrind, without a script of keys and with it; the difference, divided by the
keys, is what one costs, from the byte read to the bytes written. Unlike times, such counts repeat to about one per cent
on any machine under any load. Needs Linux, Python 3.11, valgrind, and a release build (cargo build --release).
"""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios

KEYS = {"right": b"\x1b[C", "left": b"\x1b[D"}

# What is measured: a name, keys pressed before, keys counted.
SCRIPTS = [
    ("a step, each to a new day", [], ["right"] * 20),
    ("closer, each to a new view", [], ["+"] * 6),
    ("a move of the map, each to a new view", ["+"] * 3, ["L", "J", "H", "H", "K", "K"]),
]


def drain(terminal, first, quiet):
    """Reads until nothing comes for `quiet` seconds, waiting up to `first` for the first byte; how many came."""
    count, wait = 0, first
    while select.select([terminal], [], [], wait)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        count, wait = count + len(data), quiet
    return count


def run(program, size, keys):
    """The instructions of a run with these keys, and the bytes that each was answered with."""
    with tempfile.NamedTemporaryFile() as log:
        child, terminal = pty.fork()
        if child == 0:
            os.environ["TERM"] = "xterm-256color"
            tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log.name}"]
            # The parent sets the size before anything asks for it.
            select.select([], [], [], 0.2)
            os.execvp(tool[0], [*tool, program])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        drain(terminal, 60, 1)
        answers = []
        for key in keys:
            os.write(terminal, KEYS.get(key, key.encode()))
            answers.append(drain(terminal, 20, 0.25))
        os.write(terminal, b"q")
        drain(terminal, 10, 1)
        os.waitpid(child, 0)
        count = re.search(r"Collected : (\d+)", log.read().decode())
        return int(count.group(1)), answers


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "target/release/frontline"
    for size in [(120, 40), (200, 60)]:
        start, _ = run(program, size, [])
        print(f"{size[0]}x{size[1]}: start, first frame and end {start / 1e6:.1f} M")
        for name, before, keys in SCRIPTS:
            base = run(program, size, before)[0] if before else start
            full, answers = run(program, size, before + keys)
            bytes_sent = sorted(answers[len(before) :])[len(keys) // 2]
            print(f"{size[0]}x{size[1]}: {name}: {(full - base) / len(keys) / 1e6:.2f} M, {bytes_sent} bytes")


if __name__ == "__main__":
    main()
