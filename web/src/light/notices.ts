/** Notices: what needs a person's eye beside what holds: locked, refused, recording, differing. */

import { made, part } from "./dialogs.js";
import { fold } from "./fold.js";
import { inForce } from "./now.js";
import type { Queue } from "./queue.js";
import type { Base } from "./shapes.js";
import type { Around } from "./stage.js";
import type { Texts } from "./texts.js";

export class Notices {
  constructor(readonly texts: Texts) {}

  /** Show those that hold, and take away the others. `again` looks whether it is better now. */
  show(queue: Queue, around: Around, again: () => void): void {
    const { base, outcome } = queue;
    if (outcome === "locked") this.#locked(queue);
    else this.drop("unlock");
    if (outcome === "refused") this.#refused(queue, again);
    else this.drop("refused");
    if (base && differs(base)) {
      const words = this.texts.of("differs", { stage: base.record.state.stage });
      this.put("bad", "differs", words);
    } else {
      this.drop("differs");
    }
    if (around.recordingSince !== null) this.#recording(queue);
    else this.drop("recording");
  }

  put(kind: string, name: string, words: string, more?: HTMLElement): void {
    const there = part("notices").querySelector<HTMLElement>(`[data-notice="${name}"]`);
    if (there?.dataset["says"] === `${kind} ${words}`) return; // whoever is on its button stays there
    there?.remove();
    const notice = made("div", `notice notice-${kind}`);
    notice.dataset["notice"] = name;
    notice.dataset["says"] = `${kind} ${words}`;
    const box = made("div", "");
    if (words) box.append(made("p", "", words));
    if (more) box.append(more);
    notice.append(box);
    part("notices").append(notice);
  }

  drop(name: string): void {
    part("notices").querySelector(`[data-notice="${name}"]`)?.remove();
  }

  #locked(queue: Queue): void {
    const link = made("a", "button", this.texts.of("unlock")) as HTMLAnchorElement;
    link.href = "/unlock";
    link.target = "_blank"; // the page stays, with what is kept in it
    const words = this.texts.of("kept.locked", { count: queue.unsent.length });
    this.put("warning", "unlock", words, link);
  }

  #refused(queue: Queue, again: () => void): void {
    const first = queue.unsent[0];
    const button = made("button", "button", this.texts.of("drop"));
    button.addEventListener("click", () => {
      if (first) void queue.drop(first.id).then(again);
    });
    this.put("bad", "refused", this.texts.of("refused", { why: queue.message }), button);
  }

  #recording(queue: Queue): void {
    const state = queue.base && fold(queue.base.table, queue.facts);
    const off = Boolean(state && inForce(state, null).level === "off-the-record");
    const line = made("p", "light-recording");
    const lasts = made("span", "");
    lasts.dataset["part"] = "recording-lasts";
    const stop = made("button", "button", this.texts.of("stop"));
    stop.dataset["do"] = "record";
    line.append(made("span", "light-recording-sign", "●"), lasts, stop);
    const words = off ? this.texts.of("still-recording") : "";
    this.put(off ? "warning" : "note", "recording", words, line);
  }
}

/** Whether the page's fold of a record is another than the server's: it never should be. */
function differs(base: Base): boolean {
  const ours = fold(base.table, base.record.facts);
  return JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(base.record.state));
}

/** With the keys in one order, so that two equal documents are one text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, sorted(inside)]));
}
