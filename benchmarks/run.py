"""Run every benchmark of this folder, one after the other.

python benchmarks/run.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve()


def main() -> None:
    """Run each script with this Python; end with its status where one fails."""
    for script in sorted(HERE.parent.glob("*.py")):
        if script != HERE:
            print(f"\n== {script.name}", flush=True)
            subprocess.run([sys.executable, str(script)], check=True)


if __name__ == "__main__":
    main()
