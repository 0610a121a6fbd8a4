/** The keys of the page: what each would do now, and why one can do nothing. */

import { Moves, level, whyNot } from "./acts.js";
import type { Doing } from "./acts.js";
import { defined } from "./read-back.js";
import type { Fact, State, Table, Terms } from "./shapes.js";
import type { Texts } from "./texts.js";

/** A key: its words, why it is off ("" where it is on), and what it does at once, if anything. */
export interface Key {
  words?: string;
  why: string;
  doing?: Doing;
}

export interface At {
  table: Table;
  facts: Fact[];
  state: State;
  closed: boolean;
  acts: number;
}

export function keysOf(at: At, texts: Texts): Record<string, Key> {
  const moves = new Moves(at.table);
  const why = (doing: Doing): string => reason(whyNot(at.table, at.facts, doing), texts);
  const who = answerer(at);
  const open = { why: "" };
  const nothing = { why: texts.of("why.nothing-to-answer") };
  const yes = who ? yesOf(at, moves, who) : null;
  const no = who ? moves.answer(who, "decline") : null;
  const person = texts.of(who === at.table.reader ? "reporter" : "source");
  const keys: Record<string, Key> = {
    ask: open,
    define: { why: definable(at, moves, why, texts) },
    yes: yes ? { words: texts.of("says-yes", { who: person }), why: why(yes), doing: yes } : nothing,
    no: no ? { words: texts.of("says-no", { who: person }), why: why(no), doing: no } : nothing,
    unclear: who ? { why: "", doing: moves.answer(who, "unclear") } : nothing,
    other: at.state.waiting && who ? { words: texts.of("other-terms", { who: person }), why: "" } : nothing,
    return: { why: why(moves.return(moves.source)) },
    record: open,
    grace: open,
    wrong: at.acts ? open : { why: texts.of("why.nothing-logged") },
    close: open,
  };
  if (!at.closed) return keys;
  const over = { why: texts.of("why.closed") };
  return Object.fromEntries(Object.keys(keys).map((name) => [name, over]));
}

/** Whose answer is waited for: the reporter's before the source's, where both are. */
export function answerer(at: At): string {
  const { waiting, returning } = at.state;
  if (waiting) return waiting.waiting.find((one) => one === at.table.reader) ?? waiting.waiting[0] ?? "";
  return returning ? at.table.protected : "";
}

/** The level that is spoken of: of what waits, or else of what holds. */
export function spokenOf(at: At): Terms {
  const top = at.state.layers.at(-1);
  const put = at.state.waiting?.terms;
  if (put?.level) return put;
  return { ...level(top?.level ?? ""), ...(put ?? {}), level: top?.level ?? "" };
}

function yesOf(at: At, moves: Moves, who: string): Doing {
  return at.state.waiting ? moves.answer(who, "agree") : moves.acceptReturn();
}

/** Why nothing can be read back now; "" where something can. */
function definable(at: At, moves: Moves, why: (doing: Doing) => string, texts: Texts): string {
  const top = at.state.layers.at(-1);
  if (!at.state.waiting && top?.level === "on-the-record") return texts.of("why.nothing-to-define");
  if (!at.state.waiting && top?.defined && !top.unconfirmed) return texts.of("why.defined-already");
  const terms = defined(at.table, spokenOf(at));
  return why(moves.define(at.table.reader, terms, ""));
}

function reason(why: string, texts: Texts): string {
  return why ? texts.of(`why.${why}`) : "";
}
