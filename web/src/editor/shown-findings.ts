/** The findings that an editor shows: they move with the text, and one of them is in hand. */
import { type ChangeDesc, type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Finding, Remedy } from "../pure/findings";

/** A finding of a text, and the text that its remedy replaces. */
export interface Shown {
  readonly id: string;
  readonly finding: Finding;
  readonly replaced: string;
}

interface Held {
  readonly shown: readonly Shown[];
  readonly linked: string;
  readonly marks: DecorationSet;
}

export const showFindings = StateEffect.define<readonly Shown[]>();
export const linkFinding = StateEffect.define<string>();

const held = StateField.define<Held>({
  create: () => ({ shown: [], linked: "", marks: Decoration.none }),
  update(value, transaction) {
    let { shown, linked } = value;
    if (transaction.docChanged) shown = moved(shown, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showFindings)) shown = effect.value;
      if (effect.is(linkFinding)) linked = effect.value;
    }
    if (shown === value.shown && linked === value.linked) return value;
    return { shown, linked, marks: marked(shown, linked, transaction.newDoc.length) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

export const shownFindings: Extension = held;

export function findingsOf(state: EditorState): readonly Shown[] {
  return state.field(held).shown;
}

/** The id of the finding in hand; empty: none. */
export function linkedOf(state: EditorState): string {
  return state.field(held).linked;
}

/** Where findings stand after a change; what was taken away with its text has no finding. */
export function moved(shown: readonly Shown[], changes: ChangeDesc): readonly Shown[] {
  const span = <T extends { readonly from: number; readonly to: number }>(of: T): T => {
    const from = changes.mapPos(of.from, 1);
    return { ...of, from, to: Math.max(from, changes.mapPos(of.to, -1)) };
  };
  return shown
    .map((one) => ({ ...one, finding: { ...span(one.finding), remedy: one.finding.remedy && span(one.finding.remedy) } }))
    .filter((one, index) => one.finding.to > one.finding.from || isPoint(shown[index]));
}

/** The remedy of a finding as far as what it replaces still stands there. */
export function remedyOf(state: EditorState, id: string): Remedy | null {
  const one = findingsOf(state).find((shown) => shown.id === id);
  const remedy = one?.finding.remedy;
  return one && remedy && state.sliceDoc(remedy.from, remedy.to) === one.replaced ? remedy : null;
}

function isPoint(one: Shown | undefined): boolean {
  return one !== undefined && one.finding.from === one.finding.to;
}

function marked(shown: readonly Shown[], linked: string, length: number): DecorationSet {
  const spans = shown.filter(({ finding }) => finding.from < finding.to && finding.to <= length);
  return Decoration.set(spans.map((one) => mark(one, linked).range(one.finding.from, one.finding.to)), true);
}

function mark({ id, finding }: Shown, linked: string): Decoration {
  const attributes: Record<string, string> = {
    "data-finding": id,
    "data-severity": finding.severity,
    "aria-details": id,
  };
  if (id === linked) attributes["data-linked"] = "";
  return Decoration.mark({ tagName: "mark", attributes });
}
