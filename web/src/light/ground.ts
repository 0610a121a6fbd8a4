/** The ground one party's words stand on: what is in force, what waits, what is in doubt. */

import { ON_THE_RECORD, PLAIN_WORDS, same, strictest, termsOf } from "./promise.js";
import type { Promise_, Scales } from "./promise.js";
import type { Party, Terms } from "./shapes.js";

/** Terms that are in force, and since which fact; -1 where nothing was agreed. */
export interface Agreement {
  promise: Promise_;
  scope: string;
  until: number | null;
  defined: boolean;
  unconfirmed: boolean;
  facts: number[];
}

/** Terms that wait for an answer. */
export interface Pending {
  proposal: Terms;
  asked: Terms | null;
  kind: string;
  by: string;
  waiting: Set<string>;
  accepted: Set<string>;
  refused: Set<string>;
  facts: number[];
  unclear: boolean;
  definer: string;
}

export class Ground {
  layers: Agreement[];
  pending: Pending | null = null;
  definedByOne: Pending | null = null;
  returning = false;
  unclear = false;

  constructor(
    readonly party: Party,
    readonly scales: Scales,
  ) {
    this.layers = [this.#nothing()];
  }

  get current(): Promise_ {
    return this.top.promise;
  }

  get top(): Agreement {
    return this.layers.at(-1) ?? this.#nothing();
  }

  get isSettledOnRecord(): boolean {
    const quiet = !this.pending && !this.unclear && this.layers.length === 1;
    return quiet && this.current.level === ON_THE_RECORD;
  }

  /** Put what waits in force, from here on. A limited agreement lies over the others. */
  settle(): void {
    const pending = this.pending;
    if (!pending) return;
    this.#adopt(pending, this.layers);
    this.restore();
    this.definedByOne = pending.definer ? pending : null;
  }

  /** Take the meaning that one side gave, and the other now accepts, as what was agreed. */
  confirm(fact: number): void {
    const pending = this.definedByOne;
    if (!pending) return;
    pending.definer = "";
    pending.asked = null;
    pending.facts.push(fact);
    this.#adopt(pending, this.layers.slice(0, -1));
    this.definedByOne = null;
  }

  /** Drop what waits: what was in force goes on. */
  restore(): void {
    this.pending = null;
    this.definedByOne = null;
    this.returning = false;
    this.unclear = false;
  }

  /** Go back on the record. An embargo limits when, not who: it stays agreed. */
  returnToRecord(fact: number): void {
    const promise = { ...this.scales.onTheRecord(), embargoes: this.current.embargoes };
    this.layers = [{ ...this.#nothing(), promise, facts: [fact] }];
    this.restore();
  }

  /** Whether somebody only repeats the terms that are in force. */
  addsNothing(proposal: Terms): boolean {
    const { scope, until, defined, promise } = this.top;
    if (proposal.scope || scope || proposal.until !== null || until !== null) return false;
    if (Object.keys(proposal.changes).length && !defined) return false;
    const proposed = termsOf(proposal, this.scales, promise);
    if (proposed.level !== promise.level) return false;
    return same(strictest(proposed, promise, this.scales), promise);
  }

  #adopt(pending: Pending, below: Agreement[]): void {
    const current = below.at(-1) ?? this.#nothing();
    const { proposal, asked, definer } = pending;
    let promise = termsOf(proposal, this.scales, current.promise);
    if (definer && asked) {
      const other = termsOf(asked, this.scales, current.promise);
      promise = strictest(other, promise, this.scales);
    }
    const kept = !proposal.level && current.defined;
    const agreement = {
      promise,
      scope: proposal.scope,
      until: proposal.until,
      defined: kept || Object.keys(proposal.changes).length > 0 || explains(proposal.level),
      unconfirmed: definer !== "",
      facts: [...pending.facts],
    };
    const limited = agreement.scope !== "" || agreement.until !== null;
    this.layers = [...(limited ? below : []), agreement];
  }

  #nothing(): Agreement {
    const promise = this.scales.onTheRecord();
    return { promise, scope: "", until: null, defined: true, unconfirmed: false, facts: [] };
  }
}

export function opened(proposal: Terms, kind: string, by: string, waiting: Set<string>): Pending {
  return {
    proposal,
    asked: null,
    kind,
    by,
    waiting,
    accepted: new Set(),
    refused: new Set(),
    facts: [],
    unclear: false,
    definer: "",
  };
}

/** Replace the terms: whoever had accepted the earlier ones has not accepted these. */
export function putAgain(pending: Pending, proposal: Terms, by: string, waiting: Set<string>): void {
  pending.proposal = proposal;
  pending.by = by;
  pending.waiting = waiting;
  pending.accepted = new Set();
  pending.refused = new Set();
  pending.asked = null;
  pending.definer = "";
}

function explains(level: string): boolean {
  return level === ON_THE_RECORD || level === PLAIN_WORDS;
}
