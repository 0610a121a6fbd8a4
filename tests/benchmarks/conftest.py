"""The benchmarks are scripts of the checkout, not of the package: they are found by its root."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
