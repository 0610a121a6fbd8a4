/** What the page says of a state: the level in large words, why, since when, and what it means. */

import { momentOf } from "./clock.js";
import { ON_THE_RECORD, Scales, strictest } from "./promise.js";
import { levelOf } from "./read-back.js";
import type { Layer, State, Table, Terms } from "./shapes.js";
import type { Texts } from "./texts.js";

export interface Now {
  /** Whose colours and pattern the page has: a level, or `unclear`. */
  terms: string;
  sign: string;
  level: string;
  note: string;
  since: number | null;
  rights: { axis: string; permission: string; mark: "yes" | "partly" | "no" }[];
  more: string;
}

export const SIGNS: Record<string, string> = {
  "on-the-record": "●",
  "plain-words": "◐",
  "not-for-attribution": "◒",
  background: "◑",
  "chatham-house": "◎",
  "deep-background": "◕",
  "off-the-record": "○",
};

const SHOWN = ["publish", "quote", "attribute", "pursue"];

/** What holds at an instant, in milliseconds of the talk: limited terms lie over the others. */
export function inForce(state: State, at: number | null): Layer {
  const holding = state.layers.filter((layer) => {
    const onTopic = !(layer.scope && state.topic) || layer.scope === state.topic;
    return onTopic && (layer.until === null || at === null || at < layer.until);
  });
  const found = holding.at(-1) ?? state.layers[0];
  if (!found) throw new Error("a talk always stands on something");
  return found;
}

export function nowOf(table: Table, state: State, at: number | null, texts: Texts): Now {
  const layer = inForce(state, at);
  const title = levelWords(table, layer.level, texts) ?? layer.level;
  const now = {
    since: layer.since,
    rights: rightsOf(table, layer),
    more: conditions(layer, texts),
  };
  if (state.stage === "unclear") {
    const note = texts.of("unclear-note");
    const rights = rightsOf(table, protectedBy(table, layer));
    return { ...now, rights, terms: "unclear", sign: "?", level: texts.of("unclear"), note };
  }
  const put = state.waiting && wanted(table, state.waiting.by, state.waiting.terms, texts);
  if (put && layer.level === ON_THE_RECORD && !layer.embargoes.length) {
    const note = `${texts.of("still-on-the-record")} ${put}`;
    return { ...now, terms: "unclear", sign: "?", level: texts.of("not-agreed"), note };
  }
  const sign = SIGNS[layer.level] ?? "?";
  return { ...now, terms: layer.level, sign, level: title, note: noteOf(state, put, layer, texts) };
}

/** What a level is called, in the language of the page; null where the table knows none of this name. */
export function levelWords(table: Table, name: string, texts: Texts): string | null {
  const level = levelOf(table, name);
  if (!level) return null;
  const key = `level.${level.name}`;
  return texts.has(key) ? texts.of(key) : level.title;
}

/** What terms are called: by their level, or that they were put in plain words. */
export function called(table: Table, terms: Terms, texts: Texts): string {
  return levelWords(table, terms.level, texts) ?? texts.of("plain-terms");
}

function wanted(table: Table, by: string, terms: Terms, texts: Texts): string {
  const what = called(table, terms, texts);
  return texts.of(by === table.protected ? "asked-for" : "offered", { what });
}

function noteOf(state: State, put: string | null, layer: Layer, texts: Texts): string {
  if (put) return `${put} ${texts.of("not-agreed-note")}`;
  if (state.returning) return texts.of("return-asked");
  if (layer.unconfirmed) return texts.of("unconfirmed");
  return layer.defined ? "" : texts.of("undefined");
}

function rightsOf(table: Table, layer: Layer): Now["rights"] {
  return SHOWN.map((axis) => {
    const scale = table.axes[axis] ?? [];
    const permission = layer.rights[axis] ?? "";
    const place = scale.indexOf(permission);
    const mark = place === 0 ? "yes" : place === scale.length - 1 ? "no" : "partly";
    return { axis, permission, mark };
  });
}

/** What is unclear is protected: as if it were off the record, and never more freely than it was. */
function protectedBy(table: Table, layer: Layer): Layer {
  const scales = new Scales(table);
  const sealed = { ...layer, rights: scales.rights("off-the-record") };
  return { ...layer, rights: strictest(layer, sealed, scales).rights };
}

function conditions(layer: Layer, texts: Texts): string {
  const said = (layer.descriptions ?? []).map((words) => texts.of("described-as", { words }));
  if (layer.quote_approval) said.push(texts.of("quote-approval"));
  for (const one of layer.embargoes) {
    const [instant = "", event = ""] = one.split(/\|(.*)/s);
    said.push(texts.of("embargo", { what: event || momentOf(new Date(instant)) }));
  }
  if (layer.delete_by) said.push(texts.of("delete-by", { day: layer.delete_by }));
  if (layer.tell?.length) said.push(texts.of("tell", { who: layer.tell.join(", ") }));
  return said.join(" ");
}

export function lasting(milliseconds: number, texts: Texts): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  if (!minutes) return texts.of("seconds", { seconds });
  const hours = Math.floor(minutes / 60);
  return hours
    ? texts.of("hours", { hours, minutes: minutes % 60 })
    : texts.of("minutes", { minutes });
}
