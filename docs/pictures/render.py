"""Draw what a terminal shows as an SVG that needs no font or script from anywhere else.

python docs/pictures/render.py TITLE OUTPUT.svg < coloured-output
"""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

COLUMNS = 118
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" class="rich-terminal" role="img" aria-label="{title}"
     viewBox="0 0 {width} {height}">
  <title>{title}</title>
  <style>
    .{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace;
      font-size: {char_height}px; line-height: {line_height}px; }}
    {styles}
  </style>
  <defs><clipPath id="{unique_id}-clip-terminal">
    <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
    {lines}
  </defs>
  <rect width="{width}" height="{height}" rx="10" fill="#1d1f21" />
  <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">{matrix}</g>
  </g>
</svg>
"""


def main() -> None:
    """Read coloured text from standard input and write the picture."""
    title, target = sys.argv[1], Path(sys.argv[2])
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(sys.stdin.read().rstrip()))
    picture = console.export_svg(
        title=title,
        theme=MONOKAI,
        code_format=FORMAT.replace("{title}", title),
        unique_id="groundrules",
    )
    lines = [line.rstrip() for line in picture.splitlines()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
