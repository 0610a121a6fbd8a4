/**
 * Mod-K: go anywhere by its name. It, or `[data-opens="palette"]`, opens `<dialog id="palette">`.
 *
 * In it: `<input role="combobox">`, `<ul role="listbox">`, and `[data-none]` for no hit. What is offered comes
 * from `<template id="palette-items">` (`<li data-address data-hint>`, or links) and, on a page with an
 * `<idle-lock>`, from /palette (or the dialog's `data-source`): `{items: [{title, address, hint}]}`. It is asked for
 * at each opening and forgotten at closing.
 */
import { keyName } from "../pure/key-table";
import { fitting, isOurs, type Place } from "../pure/palette-filter";
import { api, ask } from "./asking";

const SHOWN = 12;

class Palette {
  #places: Place[] = [];
  #at = 0;

  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly field: HTMLInputElement,
    private readonly list: HTMLElement,
  ) {
    field.addEventListener("input", () => this.#show(0));
    field.addEventListener("keydown", (event) => this.#press(event));
    list.addEventListener("click", (event) => this.#click(event));
    dialog.addEventListener("close", () => this.#forget());
  }

  async open(): Promise<void> {
    this.#places = fromTemplate();
    this.field.value = "";
    this.dialog.showModal();
    this.field.focus();
    this.#show(0);
    const source = this.dialog.dataset["source"] ?? "/palette";
    if (!document.querySelector("idle-lock")) return; // nothing is unlocked
    const answer = await ask<{ readonly items: Place[] }>(api(source)).catch(() => ({ items: [] }));
    if (!this.dialog.open) return;
    this.#places.push(...answer.items);
    this.#show(this.#at);
  }

  #forget(): void {
    this.#places = [];
    this.field.value = "";
    this.list.replaceChildren();
  }

  #show(at: number): void {
    const places = fitting(this.#places, this.field.value).filter(({ address }) => isOurs(address));
    const options = places.slice(0, SHOWN).map(option);
    this.list.replaceChildren(...options);
    this.#at = Math.max(0, Math.min(at, options.length - 1));
    options[this.#at]?.setAttribute("aria-selected", "true");
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.setAttribute("aria-activedescendant", options[this.#at]?.id ?? "");
    options[this.#at]?.scrollIntoView({ block: "nearest" });
    this.dialog.querySelector("[data-none]")?.toggleAttribute("hidden", options.length > 0);
  }

  #press(event: KeyboardEvent): void {
    const count = this.list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (step === undefined && event.key !== "Enter")) return;
    event.preventDefault();
    if (step !== undefined) return this.#show(count ? (this.#at + step + count) % count : 0);
    this.#go(this.list.children[this.#at]);
  }

  #click(event: Event): void {
    if (event.target instanceof Element) this.#go(event.target.closest("[role=option]"));
  }

  #go(chosen: Element | null | undefined): void {
    const address = chosen instanceof HTMLElement ? chosen.dataset["address"] : "";
    if (!address) return;
    this.dialog.close();
    location.assign(address);
  }
}

function option({ title, address, hint }: Place, index: number): HTMLElement {
  const line = document.createElement("li");
  line.id = `palette-option-${index}`;
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", "false");
  line.dataset["address"] = address;
  const [name, more] = [document.createElement("span"), document.createElement("small")];
  [name.textContent, more.textContent] = [title, hint];
  line.append(name, " ", more);
  return line;
}

function fromTemplate(): Place[] {
  const template = document.querySelector<HTMLTemplateElement>("template#palette-items");
  const items = template?.content.querySelectorAll<HTMLElement>("[data-address], a[href]") ?? [];
  return [...items].map((item) => ({
    title: item.textContent?.trim() ?? "",
    address: item.dataset["address"] ?? item.getAttribute("href") ?? "",
    hint: item.dataset["hint"] ?? "",
  }));
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest('[data-opens="palette"]')) open();
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || keyName(event) !== "Mod-k" || document.querySelector("dialog:modal")) return;
  if (open()) event.preventDefault();
});

function open(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#palette");
  const [field, list] = [dialog?.querySelector("input"), dialog?.querySelector<HTMLElement>("[role=listbox]")];
  if (!dialog || dialog.open || !field || !list) return false;
  void palette(dialog, field, list).open();
  return true;
}

/** One palette for a dialog, however often it is opened: listeners are put on it once. */
const palettes = new WeakMap<HTMLDialogElement, Palette>();

function palette(dialog: HTMLDialogElement, field: HTMLInputElement, list: HTMLElement): Palette {
  const made = palettes.get(dialog) ?? new Palette(dialog, field, list);
  palettes.set(dialog, made);
  return made;
}
