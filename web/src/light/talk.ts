/** The talk while it is folded: whom the terms protect, and what each one's words stand on. */

import { Ground } from "./ground.js";
import { ACTS } from "./heard.js";
import type { WhyNot } from "./heard.js";
import { Scales } from "./promise.js";
import type { Fact, Party, Table } from "./shapes.js";

export class Talk {
  readonly scales: Scales;
  readonly parties: Map<string, Party>;
  readonly grounds: Map<string, Ground>;
  readonly listeners: Set<string>;
  readonly facts: Fact[] = [];
  topic = "";
  ineffective = 0;

  constructor(table: Table) {
    this.scales = new Scales(table);
    this.parties = new Map(table.parties.map((party) => [party.id, party]));
    const protectedOnes = table.parties.filter((party) => party.role !== "reporter");
    this.grounds = new Map(protectedOnes.map((one) => [one.id, new Ground(one, this.scales)]));
    this.listeners = new Set(table.parties.filter(isBound).map((party) => party.id));
  }

  /** Let a fact take effect; return why it has none, "" where it has one. */
  hear(fact: Fact): WhyNot {
    this.facts.push(fact);
    const act = ACTS[fact.kind];
    if (!act) return "";
    const heard = { fact, place: this.facts.length - 1 };
    const why = this.parties.has(fact.by) ? act(this, heard) : "unknown-party";
    if (why) this.ineffective += 1;
    return why;
  }

  is(by: string, role: string): boolean {
    return this.parties.get(by)?.role === role;
  }

  bound(by: string): boolean {
    const party = this.parties.get(by);
    return party !== undefined && isBound(party);
  }

  /** The grounds that a fact is about. A source speaks for herself alone. */
  meant(fact: Fact): Ground[] {
    const negotiators = [...this.parties.values()].filter((one) => one.role === "negotiator");
    let named: string[] = [fact.by];
    if (fact.covers.length) named = fact.covers;
    else if (this.is(fact.by, "reporter") && fact.to.length) named = fact.to;
    else if (this.is(fact.by, "reporter") || this.is(fact.by, "moderator")) named = this.#all();
    else if (fact.kind === "announce") named = this.#all();
    else if (this.is(fact.by, "negotiator")) {
      named = fact.to.length ? [fact.by, ...fact.to] : negotiators.map((one) => one.id);
    }
    return named.flatMap((party) => this.grounds.get(party) ?? []);
  }

  /** Who must accept: whoever was asked, or else everybody on the other side. */
  asked(ground: Ground, fact: Fact): Set<string> {
    const alone = this.is(fact.by, "negotiator") && ground.party.role !== "negotiator";
    if (this.is(fact.by, "reporter") || alone) return new Set([ground.party.id]);
    const listening = [...this.listeners].filter((one) => one !== fact.by);
    const everybody = [...this.parties.keys()].filter((one) => one !== fact.by);
    const others = new Set(listening.length ? listening : everybody);
    const among = fact.to.filter((one) => others.has(one));
    return among.length ? new Set(among) : others;
  }

  #all(): string[] {
    return [...this.grounds.keys()];
  }
}

function isBound(party: Party): boolean {
  return party.role === "reporter" || party.role === "negotiator";
}
