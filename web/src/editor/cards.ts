/**
 * The cards of findings: `<ol data-findings>`, one `<li>` for each, made from `<template data-finding>`.
 *
 * The template is `<li>` with places: `data-slot` = code, rule, says, severity, terms, statement, moment or
 * remedy. A place gets the words; a link gets them as its address where they begin with `/`; an empty one is
 * hidden. `terms` gets a copy of the badge of that name from `<template data-badges>`; `severity` has its words
 * as `data-error`, `data-warning`, ...; `remedy` is the button that mends; `data-go` leads to the text.
 */
import type { Finding } from "../pure/findings";
import { stacked } from "../pure/stacking";
import type { Shown } from "./shown-findings";

const SLOTS = ["code", "rule", "says", "severity", "terms", "statement", "moment", "remedy"] as const;
const GAP = 10;

/** What a card does: mend its finding, lead to its place, be in hand or (empty) not any more. */
export interface Acts {
  mend(id: string): void;
  go(id: string): void;
  link(id: string): void;
}

export class Cards {
  #cards: HTMLElement[] = [];

  constructor(
    readonly list: HTMLElement,
    private readonly template: HTMLTemplateElement,
    acts: Acts,
    signal: AbortSignal,
  ) {
    const of = (event: Event): string => card(event)?.id ?? "";
    list.addEventListener("mouseover", (event) => acts.link(of(event)), { signal });
    list.addEventListener("mouseleave", () => acts.link(""), { signal });
    list.addEventListener("focusin", (event) => acts.link(of(event)), { signal });
    list.addEventListener("click", (event) => {
      if (within(event, '[data-slot="remedy"]')) acts.mend(of(event));
      else if (within(event, "[data-go]")) acts.go(of(event));
    }, { signal });
  }

  /** Show findings; a card that stays is the same element, so that it keeps the focus. */
  show(shown: readonly Shown[]): void {
    const before = new Map(this.#cards.map((one) => [one.id, one]));
    this.#cards = shown.flatMap(({ id, finding }) => {
      const one = before.get(id) ?? made(this.template, id);
      if (one) fill(one, finding);
      return one ? [one] : [];
    });
    const kept = new Set(this.#cards);
    for (const one of before.values()) if (!kept.has(one)) one.remove();
    this.#cards.forEach((one, index) => {
      if (this.list.children[index] !== one) this.list.insertBefore(one, this.list.children[index] ?? null);
    });
  }

  link(id: string): void {
    for (const one of this.#cards) one.toggleAttribute("data-linked", one.id === id);
  }

  /** The heights of the cards, in pixels. */
  heights(): number[] {
    return this.#cards.map((one) => one.offsetHeight);
  }

  /** Put the cards beside their lines (heights on the list, in pixels), or, without these, one below the other. */
  place(wanted: readonly number[] | null, heights: readonly number[], linked: string): void {
    this.list.toggleAttribute("data-margin", wanted !== null);
    const fixed = this.#cards.findIndex((one) => one.id === linked);
    const tops = wanted && stacked(wanted, heights, GAP, fixed);
    this.list.style.position = tops ? "relative" : "";
    this.list.style.minHeight = tops ? `${(tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)}px` : "";
    this.#cards.forEach((one, index) => {
      one.style.position = tops ? "absolute" : "";
      one.style.insetInline = tops ? "0" : "";
      one.style.top = tops ? `${tops[index] ?? 0}px` : "";
    });
  }
}

function made(template: HTMLTemplateElement, id: string): HTMLElement | null {
  const one = template.content.firstElementChild?.cloneNode(true);
  if (!(one instanceof HTMLElement)) return null;
  one.id = id;
  return one;
}

function fill(one: HTMLElement, finding: Finding): void {
  for (const element of [one, ...one.querySelectorAll<HTMLElement>("[data-severity]")]) {
    element.dataset["severity"] = finding.severity;
  }
  for (const slot of SLOTS) {
    const words = slot === "remedy" ? finding.remedy?.label : finding[slot];
    for (const place of one.querySelectorAll<HTMLElement>(`[data-slot="${slot}"]`)) write(place, slot, words ?? "");
  }
}

function write(place: HTMLElement, slot: string, words: string): void {
  place.hidden = !words;
  if (slot === "terms") place.replaceChildren(badge(words));
  else if (slot === "severity") place.textContent = place.dataset[words] ?? words;
  else if (place instanceof HTMLAnchorElement && /^\/(?![/\\])/.test(words)) place.setAttribute("href", words);
  else place.textContent = words;
}

/** The kit's badge of some terms, as the page has it; their name where it has none. */
function badge(terms: string): Node {
  const template = document.querySelector<HTMLTemplateElement>("template[data-badges]");
  const found = terms && template?.content.querySelector(`[data-terms="${CSS.escape(terms)}"]`);
  return found ? found.cloneNode(true) : document.createTextNode(terms);
}

function card(event: Event): HTMLElement | null {
  return within(event, "[data-findings] > li");
}

function within(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
