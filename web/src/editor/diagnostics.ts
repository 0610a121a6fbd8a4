/** Findings as the editor's own diagnostics: the gutter, F8 from one to the next, the panel, the tooltip. */
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import type { EditorState, StateEffect } from "@codemirror/state";
import { type Shown, showFindings } from "./shown-findings";

/** The effects that show findings, in place of those that were shown. */
export function showing(state: EditorState, shown: readonly Shown[]): readonly StateEffect<unknown>[] {
  const { effects } = setDiagnostics(state, shown.map(diagnostic));
  return [showFindings.of(shown), ...[effects ?? []].flat()];
}

/** Without actions: a button in an option of a list cannot be reached by every screen reader. Cards have them. */
function diagnostic({ finding }: Shown): Diagnostic {
  const severity = finding.severity === "error" || finding.severity === "warning" ? finding.severity : "info";
  return { from: finding.from, to: finding.to, severity, source: finding.code, message: finding.says };
}
