/** The stage: what both can see, filled from what the queue holds. */

import { clockOf } from "./clock.js";
import { made, part } from "./dialogs.js";
import { fold } from "./fold.js";
import { keysOf, spokenOf } from "./keys.js";
import type { At, Key } from "./keys.js";
import { called, inForce, lasting, nowOf } from "./now.js";
import { startOf } from "./acts.js";
import type { Queue } from "./queue.js";
import { levelOf, readBack } from "./read-back.js";
import type { Fact, Layer, Part } from "./shapes.js";
import { Tape } from "./tape.js";
import type { Texts } from "./texts.js";

/** Stage of the talk to the parts of the script that help there, the first one open. */
const SAY: Record<string, string[]> = {
  "on-the-record": ["on-the-record", "ask", "hindsight"],
  asked: ["meaning", "settle", "described", "silence", "counter"],
  offered: ["yes", "maybe", "silence", "no"],
  "on-terms": ["talk", "return", "hindsight", "close"],
  "asked-on-terms": ["meaning", "settle", "no"],
  "offered-on-terms": ["yes", "maybe", "silence", "no"],
  "return-asked": ["return", "silence"],
  unclear: ["maybe", "yes"],
};

export interface Around {
  recordingSince: number | null;
  memory: boolean;
  over: boolean;
}

export class Stage {
  #said = "";
  #script = "";

  constructor(readonly texts: Texts) {}

  /** What stands now, for the keys and the sheets. */
  static at(queue: Queue): At | null {
    const base = queue.base;
    if (!base) return null;
    const facts = queue.facts;
    const acts = facts.length;
    return { table: base.table, facts, state: fold(base.table, facts), closed: queue.closed, acts };
  }

  show(queue: Queue, around: Around): void {
    this.#kept(queue, around);
    const at = Stage.at(queue);
    if (!at) return;
    const instant = startOf(at.table, new Date().toISOString());
    this.#now(at, instant);
    this.#keys(keysOf(at, this.texts), around);
    this.#aloud(at);
    this.#say(at);
    this.#log(queue, at);
    this.#slip(queue, at);
  }

  /** What passes with the time alone. */
  tick(queue: Queue, around: Around): void {
    const at = Stage.at(queue);
    if (!at) return;
    const instant = startOf(at.table, new Date().toISOString());
    this.#since(at, inForce(at.state, instant));
    this.#slip(queue, at);
    if (around.recordingSince === null) return;
    const lasts = lasting(Date.now() - around.recordingSince, this.texts);
    const words = document.querySelector('[data-part="recording-lasts"]');
    put(words, this.texts.of("recording", { lasts }));
  }

  #now(at: At, instant: number | null): void {
    const now = nowOf(at.table, at.state, instant, this.texts);
    document.body.dataset["terms"] = now.terms;
    document.body.dataset["stage"] = at.state.stage;
    document.body.dataset["talk"] = at.closed ? "over" : "on";
    put(part("whose"), this.texts.of(at.closed ? "whose.over" : "whose"));
    put(part("sign"), now.sign);
    put(part("level"), now.level);
    part("level").style.setProperty("--longest", String(widest(now.level)));
    shown(part("note"), now.note);
    shown(part("more"), now.more);
    part("rights").replaceChildren(
      ...now.rights.map(({ axis, permission, mark }) => this.#right(axis, permission, mark)),
    );
    this.#since(at, inForce(at.state, instant));
    const said = this.texts.of("now", { level: now.level, note: now.note });
    if (this.#said && this.#said !== said) put(document.querySelector("#says"), said);
    this.#said = said;
  }

  #right(axis: string, permission: string, mark: "yes" | "partly" | "no"): HTMLElement {
    const line = made("li", `light-right light-right-${mark}`);
    const sign = made("span", "light-right-sign", { yes: "✓", partly: "◐", no: "✕" }[mark]);
    sign.ariaHidden = "true";
    const words = this.texts.of(`${axis}.${permission}`);
    line.append(sign, made("span", "light-right-what", this.texts.of(`right.${axis}`)), " ");
    line.append(made("span", "light-right-how", words));
    return line;
  }

  #since(at: At, layer: Layer): void {
    const began = Date.parse(at.table.began);
    if (at.closed) return shown(part("since"), "");
    if (layer.since === null || Number.isNaN(began)) return shown(part("since"), "");
    const since = began + layer.since;
    const clock = clockOf(new Date(since));
    const lasts = lasting(Date.now() - since, this.texts);
    shown(part("since"), this.texts.of("since", { clock, lasts }));
  }

  #keys(keys: Record<string, Key>, around: Around): void {
    for (const button of document.querySelectorAll<HTMLButtonElement>("button.light-act")) {
      const key = keys[button.dataset["do"] ?? ""];
      if (key) this.#key(button, key);
    }
    const record = document.querySelector<HTMLButtonElement>('button.light-act[data-do="record"]');
    if (!record) return;
    const recording = around.recordingSince !== null;
    record.classList.toggle("light-act-recording", recording);
    const words = this.texts.of(recording ? "stop" : "record");
    const why = Tape.possible ? (keys["record"]?.why ?? "") : this.texts.of("why.no-microphone");
    this.#key(record, { words, why: recording ? "" : why });
  }

  #key(button: HTMLButtonElement, key: Key): void {
    button.disabled = key.why !== "";
    const label = button.querySelector("[data-words]");
    button.dataset["usual"] ??= label?.textContent ?? "";
    put(label, key.words ?? button.dataset["usual"]);
    button.dataset["keyLabel"] = key.words ?? button.dataset["usual"];
    const why = button.querySelector<HTMLElement>("[data-why]");
    if (why) shown(why, key.why);
  }

  /** The sentence that was read back, for as long as its answer is waited for. */
  #aloud(at: At): void {
    const waiting = at.state.waiting;
    const top = at.state.layers.at(-1);
    const full = waiting && Object.keys(waiting.terms.changes).length > 0 && waiting.terms.level;
    shown(part("aloud"), null, Boolean(full && top && waiting.by === at.table.reader));
    if (full && top) put(part("aloud-words"), readBack(at.table, waiting.terms, top));
  }

  #say(at: At): void {
    const spoken = at.state.stage === "on-the-record" ? "on-the-record" : spokenOf(at).level;
    const wanted = `${at.state.stage} ${spoken}`;
    if (wanted === this.#script) return;
    this.#script = wanted;
    const script = levelOf(at.table, spoken)?.script ?? [];
    const names = SAY[at.state.stage] ?? [];
    const parts = names.flatMap((name) => script.filter((one) => one.name === name));
    part("say").hidden = !parts.length;
    part("script").replaceChildren(...parts.map((one, place) => step(one, place === 0)));
  }

  #log(queue: Queue, at: At): void {
    const unsent = queue.unsent.length;
    const lines = at.facts.map((fact, place) => {
      const line = made("li", "", this.doneWords(at, fact));
      if (place >= at.facts.length - unsent) {
        line.append(" ", made("span", "light-log-unsent", this.texts.of("log.unsent")));
      }
      return line;
    });
    part("log").replaceChildren(...lines.reverse());
  }

  doneWords(at: At, fact: Fact): string {
    const who = this.texts.of(fact.by === at.table.reader ? "reporter" : "source");
    const what = fact.terms ? called(at.table, fact.terms, this.texts) : "";
    const key = `act.${fact.kind}`;
    return this.texts.of(this.texts.has(key) ? key : "act.other", { who, what });
  }

  #slip(queue: Queue, at: At): void {
    const slip = queue.slip;
    shown(part("slip"), null, slip !== null);
    shown(part("kept"), null, slip === null);
    const fact = at.facts.at(-1);
    if (slip && fact) {
      put(part("slip-words"), this.texts.of("slip", { what: this.doneWords(at, fact) }));
    }
  }

  #kept(queue: Queue, around: Around): void {
    const count = queue.unsent.length;
    const quiet = queue.outcome === "answered";
    const state = around.over ? "over" : quiet && count ? "here" : queue.outcome;
    part("kept").dataset["kept"] = state;
    const words = this.texts.of(`kept.${state}`, { count });
    const memory = around.memory && !around.over ? ` · ${this.texts.of("kept.memory")}` : "";
    put(part("kept-words"), words + memory);
  }
}

/** How many signs the widest of two lines has, so that the words are as large as there is room. */
function widest(words: string): number {
  const longest = Math.max(...words.split(/[\s-]+/).map((word) => word.length));
  return Math.max(longest, Math.ceil(words.length / 2) + 1);
}

/** One step of the script; the first is open, the others open at a tap. */
function step(one: Part, open: boolean): HTMLElement {
  const details = made("details", "light-step") as HTMLDetailsElement;
  details.open = open;
  details.append(made("summary", "", one.title));
  for (const line of one.lines) {
    details.append(made("p", line.spoken ? "light-spoken" : "light-minded", line.text));
  }
  return details;
}

function put(element: Element | null, words: string): void {
  if (element && element.textContent !== words) element.textContent = words;
}

function shown(element: HTMLElement, words: string | null, visible = Boolean(words)): void {
  if (words !== null) put(element, words);
  element.hidden = !visible;
}
