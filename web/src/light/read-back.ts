/** The sentence that both hear and answer yes to, made of the wording that the server gave. */

import type { Promise_ } from "./promise.js";
import { ON_THE_RECORD, Scales, sorted, termsOf, utc } from "./promise.js";
import type { Level, Table, Terms } from "./shapes.js";

/** A level with every axis in words: what nobody settled is as the policy has it, and is said. */
export function defined(table: Table, proposal: Terms): Terms {
  const scales = new Scales(table);
  return { ...proposal, changes: { ...scales.rights(proposal.level), ...proposal.changes } };
}

/** The read-back of terms that are defined, over those in force. */
export function readBack(table: Table, proposal: Terms, current?: Promise_): string {
  const scales = new Scales(table);
  const terms = termsOf(proposal, scales, current ?? scales.onTheRecord());
  return new ReadBack(table, proposal.embargo).sentence(terms);
}

export function levelOf(table: Table, name: string): Level | undefined {
  return table.levels.find((level) => level.name === name);
}

class ReadBack {
  constructor(
    readonly table: Table,
    readonly asPut: string,
  ) {}

  sentence(terms: Promise_): string {
    const { may, mayNot } = this.#phrases(terms);
    const lists: [string, string[], string][] = [
      ["may", may, "and"],
      ["may-not", mayNot, "or"],
      ["must", this.#conditions(terms), "and"],
    ];
    const clauses = lists
      .filter(([, phrases]) => phrases.length)
      .map(([key, phrases, last]) => this.#filled(key, { list: this.#listed(phrases, last) }))
      .join("; ");
    const now = levelOf(this.table, terms.level)?.now ?? "";
    const opening = this.#filled("opening", { now });
    return `${opening} ${clauses}. ${this.#one("closing")}`;
  }

  #phrases(terms: Promise_): { may: string[]; mayNot: string[] } {
    const may: string[] = [];
    const mayNot: string[] = [];
    for (const axis of Object.keys(this.table.axes)) {
      const permission = terms.rights[axis] ?? "";
      mayNot.push(...this.#all(`read-back.${axis}.${permission}.not`));
      if (axis === "attribute" && permission === "description" && terms.descriptions?.length) {
        const descriptions = this.#quoted(terms.descriptions, "or");
        may.push(this.#filled("described", { descriptions }));
      } else {
        may.push(...this.#all(`read-back.${axis}.${permission}.may`));
      }
    }
    return { may, mayNot };
  }

  #conditions(terms: Promise_): string[] {
    const said: string[] = [];
    const embargoes = sorted(terms.embargoes).map((one) => one.split(/\|(.*)/s));
    if (terms.quote_approval) said.push(this.#one("quote-approval"));
    for (const [instant] of embargoes) {
      if (instant) said.push(this.#filled("until", { instant: this.#instant(instant) }));
    }
    for (const event of sorted(embargoes.map(([, event]) => event ?? "").filter(Boolean))) {
      said.push(this.#filled("event", { event: this.#quoted([event], "or") }));
    }
    if (terms.delete_by) said.push(this.#filled("delete-by", { day: this.#day(terms.delete_by) }));
    if (terms.tell?.length) {
      said.push(this.#filled("tell", { people: this.#quoted(terms.tell, "and") }));
    } else if (terms.tell) {
      said.push(this.#one("tell-nobody"));
    }
    return said;
  }

  #day(day: string): string {
    const [year, month, number] = day.slice(0, 10).split("-").map(Number);
    const name = this.#all("dates.months")[(month ?? 1) - 1] ?? "";
    return filled(this.#text("dates.day"), { number: `${number}`, month: name, year: `${year}` });
  }

  /** An instant as it was put, in its own zone; one that holds from before is in UTC. */
  #instant(kept: string): string {
    const instant = utc(this.asPut) === kept ? this.asPut : kept;
    const offset = /[+-]\d\d:\d\d$/.exec(instant)?.[0] ?? "+00:00";
    const zone = offset === "+00:00" ? "UTC" : `UTC${offset}`;
    const values = { time: instant.slice(11, 16), zone, day: this.#day(instant) };
    return filled(this.#text("dates.instant"), values);
  }

  #quoted(words: string[], last: string): string {
    const marks = this.#text("joining.quoted");
    return this.#listed(
      sorted(words).map((one) => marks.replaceAll("{words}", () => one)),
      last,
    );
  }

  #listed(phrases: string[], last: string): string {
    const end = phrases.at(-1) ?? "";
    const before = phrases.slice(0, -1);
    return before.length ? `${before.join(", ")} ${this.#text(`joining.${last}`)} ${end}` : end;
  }

  #filled(key: string, values: Record<string, string>): string {
    return filled(this.#one(key), values);
  }

  #one(key: string): string {
    return this.#text(`read-back.${key}`);
  }

  #text(key: string): string {
    return this.#all(key)[0] ?? "";
  }

  #all(key: string): string[] {
    return this.table.wording[key] ?? [];
  }
}

/** A text with its braces filled; what opens a sentence gets a capital letter. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (_, name: string, place: number) => {
    const put = values[name] ?? "";
    const opens = /(?:^|[.?!] +)[“‘]?$/.test(text.slice(0, place));
    return opens ? put.slice(0, 1).toUpperCase() + put.slice(1) : put;
  });
}

/** Whether a level asks for anything at all: on the record nothing has to be agreed. */
export function isAskable(level: Level): boolean {
  return level.known && level.name !== ON_THE_RECORD;
}
