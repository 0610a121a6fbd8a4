/** Acts: each button's, as it is kept and sent, and why one cannot be done now. */

import { folded } from "./fold.js";
import type { WhyNot } from "./heard.js";
import { NO_TERMS } from "./shapes.js";
import type { Act, Fact, Table, Terms } from "./shapes.js";

const LONGEST = 99 * 60 * 60 * 1000;

/** What a button does, before it has an id and an instant. */
export interface Doing {
  kind: string;
  by: string;
  to?: string[];
  terms?: Terms;
  words?: string;
  note?: string;
  all_so_far?: boolean;
}

export function newAct(doing: Doing, at: Date): Act {
  const { kind, by, to = [], terms = null, words = "", note = "", all_so_far = false } = doing;
  return { id: newId(), at: at.toISOString(), kind, by, to, terms, words, note, all_so_far };
}

/** The fact that the record will hold of an act. */
export function factOf(table: Table, act: Act): Fact {
  const { kind, by, terms, to } = act;
  return { kind, by, start: startOf(table, act.at), terms, covers: [], to, topic: "" };
}

/** Milliseconds from the beginning, as the server will write them; null where only a day is known. */
export function startOf(table: Table, at: string): number | null {
  if (!table.began) return null;
  const since = Math.floor(Date.parse(at) - Date.parse(table.began));
  return Math.min(Math.max(0, since), LONGEST);
}

/** Who does what at a table for two. */
export class Moves {
  constructor(readonly table: Table) {}

  get source(): string {
    return this.table.protected;
  }

  get reporter(): string {
    return this.table.reader;
  }

  /** Terms are brought up: asked for by her whose words they are for, else offered to her. */
  put(by: string, terms: Terms): Doing {
    if (by === this.source) return { kind: "ask", by, terms };
    return { kind: "offer", by, to: [this.source], terms };
  }

  /** Terms are answered with others. */
  counter(by: string, terms: Terms): Doing {
    return { kind: "counter", by, terms, ...this.#toSource(by) };
  }

  /** Terms are read back, in the words that were read aloud. */
  define(by: string, terms: Terms, words: string): Doing {
    return { kind: "define", by, terms, words, ...this.#toSource(by) };
  }

  answer(by: string, kind: "agree" | "decline" | "unclear", words = ""): Doing {
    return { kind, by, words };
  }

  return(by: string): Doing {
    return { kind: "return", by, ...this.#toSource(by) };
  }

  acceptReturn(): Doing {
    return { kind: "return-accept", by: this.source };
  }

  grace(allSoFar: boolean, reason: string): Doing {
    return { kind: "grace", by: this.reporter, note: reason, all_so_far: allSoFar };
  }

  /** What was logged by mistake is not taken out: it is said that it cannot be relied upon. */
  correct(note: string): Doing {
    return { kind: "unclear", by: this.reporter, note };
  }

  close(by: string): Doing {
    return { kind: "close", by };
  }

  recording(kind: "recording-agreed" | "recording-stopped", words: string): Doing {
    return { kind, by: this.reporter, words };
  }

  #toSource(by: string): { to?: string[] } {
    return by === this.reporter ? { to: [this.source] } : {};
  }
}

/** Why an act would change nothing now; "" where it would. It is tried on a copy of the talk. */
export function whyNot(table: Table, facts: Fact[], doing: Doing): WhyNot {
  const talk = folded(table, facts);
  return talk.hear(factOf(table, newAct(doing, new Date())));
}

export function level(name: string, more: Partial<Terms> = {}): Terms {
  return { ...NO_TERMS, ...more, level: name };
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
