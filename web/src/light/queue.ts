/**
 * The queue: acts from the moment they are done until the server has said that they are in the
 * record. Each is kept before anybody sees it, sent in order, and sent again until it is answered.
 */

import { factOf, newAct } from "./acts.js";
import type { Doing } from "./acts.js";
import type { Kept } from "./kept.js";
import type { Act, Base, Fact, LightRecord } from "./shapes.js";

/** What came of asking the server. `locked` and `out` need a person; the rest is tried again. */
export type Outcome<T> =
  | { is: "answered"; answer: T }
  | { is: "away" | "locked" | "out" | "failed" }
  | { is: "refused"; message: string };

export interface Server {
  base(): Promise<Outcome<Base>>;
  post(acts: Act[]): Promise<Outcome<LightRecord>>;
}

/** Milliseconds for which an act stays here, so that a slip can be taken back. */
export const TAKE_BACK = 5000;

export class Queue {
  base: Base | null = null;
  outcome: Outcome<unknown>["is"] = "away";
  message = "";
  readonly #waiting = new Map<string, Act>();
  readonly #tried = new Set<string>();
  #last = 0;
  #busy: Promise<void> = Promise.resolve();
  #asking: Promise<void> = Promise.resolve();

  private constructor(
    readonly talk: string,
    readonly kept: Kept,
    readonly server: Server,
    readonly now: () => number,
    readonly changed: () => void,
  ) {}

  /** Take up what a page has left, however it ended. */
  static async open(
    talk: string,
    kept: Kept,
    server: Server,
    now: () => number = Date.now,
    changed: () => void = () => undefined,
  ): Promise<Queue> {
    const queue = new Queue(talk, kept, server, now, changed);
    for (const [, base] of await kept.documents<Base>(`${talk}/base`)) queue.base = base;
    for (const [key, act] of await kept.documents<Act>(`${talk}/act/`)) {
      queue.#waiting.set(key, act);
      queue.#tried.add(act.id); // it may have been sent: nobody can tell any more
    }
    return queue;
  }

  get unsent(): Act[] {
    return [...this.#waiting.values()];
  }

  /** Every fact, those of the record and behind them those that are still here. */
  get facts(): Fact[] {
    const base = this.base;
    if (!base) return [];
    return [...base.record.facts, ...this.unsent.map((act) => factOf(base.table, act))];
  }

  get closed(): boolean {
    return this.base?.record.closed === true || this.unsent.some((act) => act.kind === "close");
  }

  /** Keep an act, and then show it. */
  add(doing: Doing): Promise<Act> {
    const act = newAct(doing, new Date(this.now()));
    return this.#inTurn(async () => {
      const key = this.#key(act);
      await this.kept.change({ [key]: act });
      this.#waiting.set(key, act);
      return act;
    });
  }

  /** The act that may still be taken back: the last one, as long as it was not sent. */
  get slip(): Act | null {
    const last = this.unsent.at(-1);
    if (!last || last.kind.startsWith("recording")) return null; // a tape runs, or has ended
    return this.#tried.has(last.id) || this.#isDue(last) ? null : last;
  }

  takeBack(id: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const slip = this.slip;
      const key = [...this.#waiting].find(([, act]) => act.id === id)?.[0];
      if (!key || slip?.id !== id) return false;
      await this.kept.change({}, [key]);
      this.#waiting.delete(key);
      return true;
    });
  }

  /** Send what is due, and learn what the record holds. Acts can be done meanwhile. */
  send({ all = false } = {}): Promise<void> {
    return this.#asked(async () => {
      const due = await this.#inTurn(() => Promise.resolve(this.#takeDue(all)));
      const table = this.base?.table;
      if (!due.length || !table) return;
      const outcome = await this.server.post(due);
      await this.#inTurn(async () => {
        this.#note(outcome);
        if (outcome.is === "answered") await this.#learn({ table, record: outcome.answer });
      });
    });
  }

  /** Ask what the record holds, and send nothing. */
  refresh(): Promise<void> {
    return this.#asked(async () => {
      const outcome = await this.server.base();
      await this.#inTurn(async () => {
        this.#note(outcome);
        if (outcome.is === "answered") await this.#learn(outcome.answer);
      });
    });
  }

  /** Take one act out of the way which the record cannot take. */
  drop(id: string): Promise<void> {
    return this.#inTurn(async () => {
      const keys = [...this.#waiting].filter(([, act]) => act.id === id).map(([key]) => key);
      await this.kept.change({}, keys);
      for (const key of keys) this.#waiting.delete(key);
    });
  }

  #note(outcome: Outcome<unknown>): void {
    this.outcome = outcome.is;
    this.message = outcome.is === "refused" ? outcome.message : "";
  }

  /** Keep what the record holds, and in the same step forget the acts that stand in it. */
  async #learn(base: Base): Promise<void> {
    if (this.base && base.record.version < this.base.record.version) return;
    const there = new Set(base.record.acts);
    const done = [...this.#waiting].filter(([, act]) => there.has(act.id)).map(([key]) => key);
    await this.kept.change({ [`${this.talk}/base`]: base }, done);
    this.base = base;
    for (const key of done) this.#waiting.delete(key);
  }

  /** What is to be sent now: all up to the last act that is due, so that none overtakes another. */
  #takeDue(all: boolean): Act[] {
    const acts = this.unsent;
    const last = acts.findLastIndex((act) => all || this.#tried.has(act.id) || this.#isDue(act));
    const due = acts.slice(0, last + 1);
    for (const act of due) this.#tried.add(act.id);
    return due;
  }

  #isDue(act: Act): boolean {
    return this.now() - Date.parse(act.at) >= TAKE_BACK;
  }

  /** A key that is behind every earlier one, also where two pages keep acts of one talk. */
  #key(act: Act): string {
    const kept = [...this.#waiting.keys()].map((key) => Number(key.split("/")[2]?.slice(0, 16)));
    this.#last = Math.max(this.now(), this.#last + 1, ...kept.map((one) => one + 1));
    return `${this.talk}/act/${String(this.#last).padStart(16, "0")}-${act.id}`;
  }

  /** One question to the server at a time. */
  #asked(work: () => Promise<void>): Promise<void> {
    const done = this.#asking.then(work);
    this.#asking = done.catch(() => undefined);
    return done;
  }

  /** One thing after the other: what is kept and what is shown never get out of step. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#busy.then(work);
    this.#busy = done.then(
      () => this.changed(),
      () => this.changed(),
    );
    return done;
  }
}
