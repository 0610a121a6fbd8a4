/** CodeMirror as a writer of drafts needs it: wrapped lines, undo, search, and nothing that looks like code. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { lintGutter, lintKeymap, previousDiagnostic } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, type ViewUpdate } from "@codemirror/view";
import { look } from "./look";
import { shownFindings } from "./shown-findings";

export interface Hooks {
  /** Called after every change of the text, the view, or what is shown. */
  updated(update: ViewUpdate): void;
  /** Mod-S. */
  save(): void;
  /** Mod-. */
  mend(): void;
  /** The pointer is over a finding; empty: over none. */
  over(id: string): void;
}

/** An editor in place of a textarea, whose label and spelling it takes over. */
export function editorFor(field: HTMLTextAreaElement, phrases: Record<string, string>, hooks: Hooks): EditorView {
  const save = { key: "Mod-s", preventDefault: true, run: () => (hooks.save(), true) };
  const mend = { key: "Mod-.", preventDefault: true, run: () => (hooks.mend(), true) };
  const back = { key: "Shift-F8", run: previousDiagnostic };
  const state = EditorState.create({
    doc: field.value,
    extensions: [
      history(),
      search({ top: true }),
      lintGutter(),
      shownFindings,
      look,
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      EditorView.contentAttributes.of(attributes(field)),
      EditorState.phrases.of(phrases),
      EditorState.readOnly.of(field.readOnly),
      keymap.of([save, mend, back, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => hooks.updated(update)),
      EditorView.domEventHandlers({
        mouseover: (event) => hooks.over(findingAt(event.target)),
        mouseleave: () => hooks.over(""),
      }),
    ],
  });
  return new EditorView({ state });
}

/**
 * The spelling is checked only where the page asks for it, since some browsers send the text away for that;
 * helpers that read what is typed are told to keep off.
 */
function attributes(field: HTMLTextAreaElement): Record<string, string> {
  const label = field.labels[0];
  if (label) label.id ||= `label-of-${field.name}`;
  return {
    spellcheck: field.getAttribute("spellcheck") === "true" ? "true" : "false",
    autocorrect: "off",
    autocapitalize: "off",
    translate: "no",
    "data-gramm": "false",
    "data-lt-active": "false",
    ...(field.lang ? { lang: field.lang } : {}),
    ...(label ? { "aria-labelledby": label.id } : { "aria-label": field.ariaLabel ?? field.name }),
    ...(field.getAttribute("aria-describedby") ? { "aria-describedby": field.getAttribute("aria-describedby") ?? "" } : {}),
  };
}

function findingAt(target: EventTarget | null): string {
  return (target instanceof Element && target.closest<HTMLElement>("mark[data-finding]")?.dataset["finding"]) || "";
}
