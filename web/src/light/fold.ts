/**
 * The fold: where a talk stands after its acts, under the five laws.
 *
 * It is the server's `groundrules.record` over again, for the time when nobody answers. The tests
 * walk both at random and compare them; in use the page shows when they ever differ.
 */

import type { Agreement, Ground, Pending } from "./ground.js";
import { restricts, sorted, utc } from "./promise.js";
import type { Fact, Layer, State, Table, Waiting } from "./shapes.js";
import { Talk } from "./talk.js";

/** Where the talk about one party's words stands after all its facts. */
export function fold(table: Table, facts: Fact[], party: string = table.protected): State {
  return stateOf(folded(table, facts), party);
}

export function folded(table: Table, facts: Fact[]): Talk {
  const talk = new Talk(table);
  for (const fact of facts) talk.hear(fact);
  return talk;
}

export function stateOf(talk: Talk, party: string): State {
  const ground = talk.grounds.get(party);
  if (!ground) throw new Error("terms protect nobody of this id");
  return {
    stage: stageOf(talk, ground),
    layers: ground.layers.map((one) => layer(talk, one)),
    waiting: ground.pending ? waiting(ground.pending) : null,
    returning: ground.returning,
    unclear: ground.unclear,
    topic: talk.topic,
    ineffective: talk.ineffective,
  };
}

function stageOf(talk: Talk, ground: Ground): string {
  const onTerms = restricts(ground.current, talk.scales);
  if (ground.unclear || ground.pending?.unclear) return "unclear";
  if (ground.pending) {
    const put = ground.pending.by === ground.party.id ? "asked" : "offered";
    return onTerms ? `${put}-on-terms` : put;
  }
  if (ground.returning) return "return-asked";
  return onTerms ? "on-terms" : "on-the-record";
}

function layer(talk: Talk, one: Agreement): Layer {
  const { promise, scope, until, defined, unconfirmed, facts } = one;
  const last = facts.at(-1);
  const since = last === undefined ? 0 : (talk.facts[last]?.start ?? null);
  const embargoes = sorted(promise.embargoes);
  return { ...promise, embargoes, scope, until, defined, unconfirmed, since };
}

function waiting(pending: Pending): Waiting {
  const { proposal, kind, by, unclear, definer } = pending;
  return {
    by,
    kind,
    terms: { ...proposal, embargo: utc(proposal.embargo) },
    waiting: sorted(pending.waiting),
    accepted: sorted(pending.accepted),
    refused: sorted(pending.refused),
    unclear,
    definer,
  };
}
