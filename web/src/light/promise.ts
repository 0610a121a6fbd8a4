/** Promises: what a proposal would make, and the strictest reading of two. */

import type { Table, Terms } from "./shapes.js";

export const ON_THE_RECORD = "on-the-record";
export const PLAIN_WORDS = "plain-words";

export interface Conditions {
  descriptions: string[] | null;
  quote_approval: boolean;
  embargoes: string[];
  delete_by: string;
  tell: string[] | null;
}

export interface Promise_ extends Conditions {
  level: string;
  rights: Record<string, string>;
}

/** Levels, axes and their scales, as the server gives them: nothing here knows them by heart. */
export class Scales {
  readonly free: Record<string, string>;
  readonly #rights: Map<string, Record<string, string>>;
  readonly #order: Map<string, number>;

  constructor(readonly table: Table) {
    const free = Object.entries(table.axes).map(([axis, scale]) => [axis, scale[0] ?? ""]);
    this.free = Object.fromEntries(free);
    this.#rights = new Map(table.levels.map((level) => [level.name, level.rights]));
    this.#order = new Map(table.levels.map((level, place) => [level.name, place]));
  }

  rights(level: string): Record<string, string> {
    const found = this.#rights.get(level);
    if (found) return found;
    const sealed = Object.entries(this.table.axes).map(([axis, scale]) => [axis, scale.at(-1)]);
    return Object.fromEntries(sealed);
  }

  stricter(axis: string, one: string, other: string): string {
    const scale = this.table.axes[axis] ?? [];
    return scale.indexOf(one) >= scale.indexOf(other) ? one : other;
  }

  stricterLevel(one: string, other: string): string {
    return (this.#order.get(one) ?? 0) >= (this.#order.get(other) ?? 0) ? one : other;
  }

  onTheRecord(): Promise_ {
    return {
      level: ON_THE_RECORD,
      rights: this.free,
      descriptions: null,
      quote_approval: false,
      embargoes: [],
      delete_by: "",
      tell: null,
    };
  }
}

/** What a proposal would promise; conditions that are agreed ride on where it names none. */
export function termsOf(proposal: Terms, scales: Scales, current: Promise_): Promise_ {
  const bare = Object.keys(proposal.changes).length > 0 && current.level === ON_THE_RECORD;
  const level = proposal.level || (bare ? PLAIN_WORDS : current.level);
  const rights = proposal.level ? scales.rights(level) : current.rights;
  const embargo = embargoOf(proposal);
  return {
    level,
    rights: { ...rights, ...proposal.changes },
    descriptions: some(proposal.descriptions) ?? current.descriptions,
    quote_approval: proposal.quote_approval || current.quote_approval,
    embargoes: embargo ? [embargo] : current.embargoes,
    delete_by: proposal.delete_by || current.delete_by,
    tell: some(proposal.tell) ?? current.tell,
  };
}

/** A proposal with what a later one names put over it; a new level begins anew. */
export function amended(base: Terms, by: Terms): Terms {
  const fresh = by.level !== "" && by.level !== base.level;
  const own = embargoOf(by);
  return {
    level: fresh ? by.level : base.level,
    changes: { ...(fresh ? {} : base.changes), ...by.changes },
    descriptions: by.descriptions.length ? by.descriptions : base.descriptions,
    quote_approval: by.quote_approval || base.quote_approval,
    embargo: own ? by.embargo : base.embargo,
    event: own ? by.event : base.event,
    delete_by: by.delete_by || base.delete_by,
    tell: by.tell.length ? by.tell : base.tell,
    scope: by.scope || base.scope,
    until: by.until ?? base.until,
  };
}

/** The promise that keeps both: the meet of the lattice. */
export function strictest(one: Promise_, other: Promise_, scales: Scales): Promise_ {
  const axes = Object.keys(scales.table.axes);
  const rights = axes.map((axis) => [
    axis,
    scales.stricter(axis, one.rights[axis] ?? "", other.rights[axis] ?? ""),
  ]);
  return {
    level: scales.stricterLevel(one.level, other.level),
    rights: Object.fromEntries(rights),
    descriptions: common(one.descriptions, other.descriptions),
    quote_approval: one.quote_approval || other.quote_approval,
    embargoes: sorted([...one.embargoes, ...other.embargoes]),
    delete_by: earlier(one.delete_by, other.delete_by),
    tell: common(one.tell, other.tell),
  };
}

export function same(one: Promise_, other: Promise_): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** Whether anything at all is withheld or conditional. */
export function restricts(promise: Promise_, scales: Scales): boolean {
  return !same({ ...promise, level: ON_THE_RECORD }, scales.onTheRecord());
}

/** An instant in UTC as the server writes it, so that one instant is one text. */
export function utc(instant: string): string {
  if (!instant || instant.endsWith("+00:00")) return instant;
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "+00:00");
}

export function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort((one, other) => compare(one, other));
}

/** In the order of code points, which is the server's; JavaScript's own is that of code units. */
function compare(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  for (const [place, sign] of left.entries()) {
    const against = right[place];
    if (against === undefined) return 1;
    if (sign !== against) return (sign.codePointAt(0) ?? 0) - (against.codePointAt(0) ?? 0);
  }
  return left.length - right.length;
}

function embargoOf(terms: Terms): string {
  return terms.embargo || terms.event ? `${utc(terms.embargo)}|${terms.event}` : "";
}

function some(texts: string[]): string[] | null {
  return texts.length ? sorted(texts) : null;
}

function common(one: string[] | null, other: string[] | null): string[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((text) => other.includes(text));
}

function earlier(one: string, other: string): string {
  return [one, other].filter(Boolean).sort()[0] ?? "";
}

function plain(one: Promise_): unknown[] {
  const rights = Object.entries(one.rights).sort(([a], [b]) => (a < b ? -1 : 1));
  const { descriptions, quote_approval, embargoes, delete_by, tell } = one;
  return [one.level, rights, descriptions, quote_approval, sorted(embargoes), delete_by, tell];
}
