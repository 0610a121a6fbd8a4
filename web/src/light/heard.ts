/** What each kind of fact does to the talk in which it is heard, and why it may do nothing. */

import { opened, putAgain } from "./ground.js";
import type { Ground, Pending } from "./ground.js";
import { amended } from "./promise.js";
import { NO_TERMS } from "./shapes.js";
import type { Fact, Terms } from "./shapes.js";
import type { Talk } from "./talk.js";

type Heard = { fact: Fact; place: number };

/** Why an act changes nothing; the page has the words for each. */
export type WhyNot =
  | ""
  | "unknown-party"
  | "in-force-already"
  | "nothing-to-define"
  | "nothing-to-answer"
  | "on-the-record-already"
  | "no-return-asked"
  | "only-a-hint";

const TO_THE_RECORD = "on-the-record";

export const ACTS: Record<string, (talk: Talk, heard: Heard) => WhyNot> = {
  ask: propose,
  offer: propose,
  assert: propose,
  announce: propose,
  define,
  counter,
  agree: (talk, heard) => answer(talk, heard, agreeOn),
  stay: (talk, heard) => answer(talk, heard, stayOn),
  decline: (talk, heard) => answer(talk, heard, declineOn),
  return: returnToRecord,
  "return-accept": acceptReturn,
  leave,
  unclear: markUnclear,
  topic: (talk, { fact }) => {
    talk.topic = fact.topic;
    return "";
  },
  hint: () => "only-a-hint",
};

function isToTheRecord(terms: Terms): boolean {
  return JSON.stringify(terms) === JSON.stringify({ ...NO_TERMS, level: TO_THE_RECORD });
}

function propose(talk: Talk, heard: Heard): WhyNot {
  const { fact } = heard;
  const terms = fullTerms(fact);
  if (isToTheRecord(terms)) return returnToRecord(talk, heard);
  const kind = fact.kind === "announce" && talk.bound(fact.by) ? "offer" : fact.kind;
  const done = talk.meant(fact).map((ground) => open(talk, ground, heard, terms, kind));
  return done.includes(true) ? "" : "in-force-already";
}

function open(talk: Talk, ground: Ground, heard: Heard, terms: Terms, kind: string): boolean {
  if (!ground.pending && ground.addsNothing(terms)) return false;
  ground.definedByOne = null;
  ground.returning = false;
  ground.pending = opened(terms, kind, heard.fact.by, talk.asked(ground, heard.fact));
  ground.pending.facts.push(heard.place);
  return true;
}

function define(talk: Talk, heard: Heard): WhyNot {
  const { fact, place } = heard;
  const terms = fullTerms(fact);
  const done = talk.meant(fact).map((ground) => {
    const pending = ground.pending;
    if (!pending) {
      if (ground.isSettledOnRecord && !terms.level) return false;
      return open(talk, ground, heard, terms, "offer");
    }
    pending.facts.push(place);
    const asked = pending.proposal;
    if (pending.waiting.has(fact.by)) {
      const others = new Set(pending.waiting);
      others.delete(fact.by);
      others.add(pending.by);
      putAgain(pending, amended(asked, terms), fact.by, others);
      pending.asked = asked;
      pending.definer = fact.by;
    } else {
      pending.proposal = amended(asked, terms);
    }
    return true;
  });
  return done.includes(true) ? "" : "nothing-to-define";
}

function counter(talk: Talk, heard: Heard): WhyNot {
  const { fact, place } = heard;
  const terms = fullTerms(fact);
  const meant = talk.meant(fact);
  if (isToTheRecord(terms)) {
    const refused = talk.bound(fact.by) && meant.some((ground) => ground.pending);
    return refused ? answer(talk, heard, declineOn) : returnToRecord(talk, heard);
  }
  for (const ground of meant) {
    const pending = ground.pending;
    if (pending) {
      pending.facts.push(place);
      putAgain(pending, amended(pending.proposal, terms), fact.by, talk.asked(ground, fact));
    } else {
      open(talk, ground, heard, terms, "offer");
    }
  }
  return "";
}

type Answer = (ground: Ground, place: number, by: string) => boolean;

function answer(talk: Talk, { fact, place }: Heard, how: Answer): WhyNot {
  const meant = fact.covers.length ? talk.meant(fact) : [...talk.grounds.values()];
  const done = meant.map((ground) => how(ground, place, answersAs(talk, ground, fact)));
  return done.includes(true) ? "" : "nothing-to-answer";
}

/** For whom an answer counts: a moderator's yes or no to an offer is the hosts'. */
function answersAs(talk: Talk, ground: Ground, fact: Fact): string {
  const waits = ground.pending?.waiting;
  const hosts = waits?.size === 1 && waits.has(ground.party.id);
  const forHosts = hosts && talk.is(fact.by, "moderator") && ground.party.role !== "negotiator";
  return forHosts ? ground.party.id : fact.by;
}

function agreeOn(ground: Ground, place: number, by: string): boolean {
  if (ground.pending) return accept(ground, ground.pending, place, by);
  if (ground.returning && by === ground.party.id) {
    ground.returnToRecord(place);
    return true;
  }
  const defined = ground.definedByOne;
  if (defined && by !== defined.definer && defined.waiting.has(by)) {
    ground.confirm(place);
    return true;
  }
  return false;
}

function stayOn(ground: Ground, place: number, by: string): boolean {
  const pending = ground.pending;
  return pending?.kind === "announce" && accept(ground, pending, place, by);
}

function accept(ground: Ground, pending: Pending, place: number, by: string): boolean {
  if (by === pending.definer && pending.waiting.size === 1) {
    // Asked, defined and agreed by one side in one breath: the level is agreed to by both, its
    // meaning by one. `waiting` keeps whose yes to the meaning is missing.
    pending.facts.push(place);
    ground.settle();
    return true;
  }
  if (!pending.waiting.has(by) && !pending.refused.has(by)) return false;
  pending.waiting.delete(by);
  pending.refused.delete(by);
  pending.accepted.add(by);
  pending.facts.push(place);
  if (!pending.waiting.size) {
    pending.asked = null;
    pending.definer = "";
  }
  settleIfComplete(ground, pending);
  return true;
}

function settleIfComplete(ground: Ground, pending: Pending): void {
  if (!pending.waiting.size && !pending.refused.size) ground.settle();
}

function declineOn(ground: Ground, place: number, by: string): boolean {
  const pending = ground.pending;
  if (pending?.waiting.has(by)) {
    pending.facts.push(place);
    pending.waiting.delete(by);
    pending.refused.add(by);
    const nobody = !pending.waiting.size && !pending.accepted.size;
    if (isOwn(ground, by) || nobody) ground.restore();
    return true;
  }
  if (pending?.by === by) {
    ground.restore();
    return true;
  }
  if (ground.returning && by === ground.party.id) {
    ground.returning = false;
    return true;
  }
  return false;
}

function returnToRecord(talk: Talk, { fact, place }: Heard): WhyNot {
  const grounds = talk.meant(fact).filter((ground) => !ground.isSettledOnRecord);
  for (const ground of grounds) {
    if (ground.party.id === fact.by) {
      ground.returnToRecord(place);
      continue;
    }
    if (ground.pending?.by === fact.by) ground.restore();
    if (!ground.isSettledOnRecord) ground.returning = true;
  }
  return grounds.length ? "" : "on-the-record-already";
}

function acceptReturn(talk: Talk, { fact, place }: Heard): WhyNot {
  const ground = talk.grounds.get(fact.by);
  if (!ground?.returning) return "no-return-asked";
  ground.returnToRecord(place);
  return "";
}

function leave(talk: Talk, { fact, place }: Heard): WhyNot {
  talk.listeners.delete(fact.by);
  for (const ground of talk.grounds.values()) {
    const pending = ground.pending;
    if (!pending || !(pending.waiting.has(fact.by) || pending.refused.has(fact.by))) continue;
    pending.facts.push(place);
    pending.waiting.delete(fact.by);
    pending.refused.delete(fact.by);
    if (isOwn(ground, fact.by)) ground.restore();
    else if (pending.accepted.size) settleIfComplete(ground, pending);
    else if (!pending.waiting.size && !pending.refused.size) ground.restore();
  }
  return "";
}

function markUnclear(talk: Talk, { fact, place }: Heard): WhyNot {
  for (const ground of talk.meant(fact)) {
    if (ground.pending) {
      ground.pending.facts.push(place);
      ground.pending.unclear = true;
    } else {
      ground.unclear = true;
    }
  }
  return "";
}

function isOwn(ground: Ground, by: string): boolean {
  return ground.party.role === "negotiator" && ground.party.id === by;
}

function fullTerms(fact: Fact): Terms {
  return amended(NO_TERMS, fact.terms ?? NO_TERMS);
}
