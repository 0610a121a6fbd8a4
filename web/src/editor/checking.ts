/** Checks an editor's text while somebody types: one request at a time, of the newest text. */
import { ChangeSet, type Text } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import { ask, Refused } from "../elements/asking";
import { Debounce } from "../pure/debounce";
import { type Checked, placed } from "../pure/findings";
import { NewestWins } from "../pure/newest-wins";
import { sendable } from "../pure/offsets";
import { moved, type Shown } from "./shown-findings";
import { typed } from "./latency";

/** How long after a key the text is sent, and when it is tried again, in milliseconds. */
const [WAIT, AGAIN] = [120, 3000];

export interface Answer {
  readonly checked: Checked;
  /** The findings, where they stand in the text of now. */
  readonly shown: readonly Shown[];
  /** When the last key was typed that the checked text has; null where none was. */
  readonly typed: number | null;
}

export class Checking {
  #typed: number | null = null;
  #since: ChangeSet | null = null;
  readonly #queue = new NewestWins<number>((version) => this.#check(version), (error) => this.#failed(error));
  readonly #wait: Debounce;

  constructor(
    private readonly view: EditorView,
    private readonly address: string,
    private readonly version: () => number,
    private readonly answered: (answer: Answer) => void,
    private readonly unanswered: (error: unknown) => void,
    wait = WAIT,
  ) {
    this.#wait = new Debounce(wait, () => this.now());
  }

  now(): void {
    this.#queue.ask(this.version());
  }

  /** The text has changed. */
  changed(update: ViewUpdate): void {
    this.#typed = typed();
    this.#since = this.#since?.compose(update.changes) ?? null;
    this.#wait.ask();
  }

  stop(): void {
    this.#wait.drop();
    this.#queue.drop();
  }

  async #check(version: number): Promise<void> {
    const document = this.view.state.doc;
    const typed = this.#typed;
    this.#typed = null;
    this.#since = ChangeSet.empty(document.length);
    const text = sendable(document.toString());
    const checked = await ask<Checked>(this.address, { body: { text, version }, background: true });
    const since = this.#since;
    this.#since = null;
    this.answered({ checked, shown: moved(shownOf(checked, document, text), since), typed });
  }

  #failed(error: unknown): void {
    this.#since = null;
    this.unanswered(error);
    if (!(error instanceof Refused) || error.status >= 500) setTimeout(() => this.#wait.ask(), AGAIN);
  }
}

/** Each finding with an id of its own, the same in the next answer as far as one can tell. */
function shownOf(checked: Checked, document: Text, text: string): Shown[] {
  const seen = new Map<string, number>();
  return placed(checked.findings, text).map((finding) => {
    const name = (finding.card || `${finding.code}-${finding.statement}`).replace(/[^\w-]+/g, "-");
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const replaced = finding.remedy ? document.sliceString(finding.remedy.from, finding.remedy.to) : "";
    return { id: `finding-${name}-${count}`, finding, replaced };
  });
}
