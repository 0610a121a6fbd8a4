/** How the editor looks: the page's own tokens, in light and dark. Severity is a pattern of line, then a colour. */
import { EditorView } from "@codemirror/view";

const FIELD = { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--line-strong)" };

export const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--line-strong)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--serif)", fontSize: "1.06rem", lineHeight: "1.65" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "1rem", minHeight: "20rem" },
  ".cm-line": { unicodeBidi: "plaintext", paddingInline: "1rem" },
  ".cm-gutters": { backgroundColor: "var(--sunk)", border: "none", borderInlineEnd: "1px solid var(--line)" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
  ".cm-lintRange.cm-lintRange-active": { backgroundColor: "var(--accent-wash)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-wash)", outline: "1px solid var(--warn)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-wash)" },
  "mark[data-finding]": {
    color: "inherit",
    backgroundColor: "transparent",
    textDecorationLine: "underline",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "0.2em",
  },
  'mark[data-severity="error"]': {
    textDecorationStyle: "wavy",
    textDecorationColor: "var(--bad)",
    textDecorationThickness: "2px",
  },
  'mark[data-severity="warning"]': {
    textDecorationStyle: "dashed",
    textDecorationColor: "var(--warn)",
    textDecorationThickness: "2px",
  },
  'mark:is([data-severity="note"], [data-severity="hint"], [data-severity="info"])': {
    textDecorationStyle: "dotted",
    textDecorationColor: "var(--ink-soft)",
    textDecorationThickness: "2px",
  },
  "mark[data-linked]": { backgroundColor: "var(--accent-wash)", textDecorationThickness: "3px" },
  ".cm-panels": { color: "var(--ink)", backgroundColor: "var(--sunk)", fontFamily: "var(--sans)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-panel-lint ul": {
    maxHeight: "14rem",
    "& [aria-selected]": { color: "var(--ink)", backgroundColor: "var(--accent-wash)" },
    "&:focus [aria-selected]": { color: "var(--ink)", backgroundColor: "var(--accent-wash)" },
  },
  ".cm-panel button[name=close]": { color: "inherit", minWidth: "1.75rem" },
  ".cm-textfield": FIELD,
  ".cm-button": { ...FIELD, backgroundImage: "none", "&:active": { backgroundImage: "none" } },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--line-strong)" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", maxWidth: "30rem", whiteSpace: "pre-wrap" },
  ".cm-diagnosticSource": { color: "var(--ink-soft)", opacity: "1" },
});
