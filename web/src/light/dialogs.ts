/** The sheets that ask one thing more: which terms, what they mean, who goes back. */

import { levelOf, defined, isAskable, readBack } from "./read-back.js";
import { amended } from "./promise.js";
import type { Promise_ } from "./promise.js";
import { levelWords, SIGNS } from "./now.js";
import { NO_TERMS } from "./shapes.js";
import type { Question, Table, Terms } from "./shapes.js";
import type { Texts } from "./texts.js";

export function part<T extends HTMLElement = HTMLElement>(name: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(`[data-part="${name}"]`);
  if (!found) throw new Error(`the page has no part ${name}`);
  return found;
}

/** Show a sheet; what was chosen in it, "" where it was left. */
export function sheet(id: string): Promise<{ value: string; form: FormData }> {
  const dialog = document.querySelector<HTMLDialogElement>(`dialog#${id}`);
  const form = dialog?.querySelector("form");
  if (!dialog || !form) throw new Error(`the page has no sheet ${id}`);
  dialog.returnValue = "";
  form.addEventListener("keydown", leaveEnterAlone);
  dialog.showModal();
  return new Promise((resolve) => {
    const done = (): void => {
      const left = dialog.returnValue === "no" || dialog.returnValue === "";
      resolve({ value: left ? "" : dialog.returnValue, form: new FormData(form) });
      form.reset();
    };
    dialog.addEventListener("close", done, { once: true });
  });
}

/** A field is left by its own keys: Enter in one would press whichever button comes first. */
function leaveEnterAlone(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** Put the levels into the sheet in which one is chosen. */
export function fillLevels(table: Table, texts: Texts): void {
  const keys = table.levels.filter(isAskable).map((level) => {
    const key = made("button", "light-level-key");
    key.setAttribute("type", "submit");
    key.setAttribute("value", level.name);
    key.dataset["terms"] = level.name;
    const sign = made("span", "light-level-sign", SIGNS[level.name] ?? "?");
    sign.ariaHidden = "true";
    key.append(sign, made("span", "light-level-name", levelWords(table, level.name, texts) ?? level.title));
    return key;
  });
  part("levels", document.querySelector("#ask") ?? document).replaceChildren(...keys);
}

/** Settle what a level means; the terms as they are defined, null where it was left. */
export async function settled(table: Table, put: Terms, current: Promise_): Promise<Terms | null> {
  const dialog = document.querySelector<HTMLDialogElement>("#define");
  const form = dialog?.querySelector("form");
  if (!dialog || !form) return null;
  const level = levelOf(table, put.level);
  part("define-title", dialog).dataset["level"] = put.level;
  part("questions", dialog).replaceChildren(...(level?.questions ?? []).map(questioned));
  const described = part("described", dialog);
  const show = (): void => {
    const terms = termsIn(table, put, new FormData(form));
    described.hidden = !["description", "institution"].includes(terms.changes["attribute"] ?? "");
    part("define-words", dialog).textContent = readBack(table, amended(put, terms), current);
  };
  show();
  form.addEventListener("input", show);
  const { value, form: filled } = await sheet("define");
  form.removeEventListener("input", show);
  return value ? termsIn(table, put, filled) : null;
}

function termsIn(table: Table, put: Terms, form: FormData): Terms {
  const text = (name: string): string => String(form.get(name) ?? "").trim();
  const axes = Object.keys(table.axes).filter((axis) => form.has(`axis-${axis}`));
  const changes = Object.fromEntries(axes.map((axis) => [axis, text(`axis-${axis}`)]));
  const full = defined(table, { ...NO_TERMS, level: put.level, changes: { ...put.changes, ...changes } });
  const describes = ["description", "institution"].includes(full.changes["attribute"] ?? "");
  return {
    ...full,
    descriptions: describes && text("description") ? [text("description")] : [],
    quote_approval: text("approval") === "yes",
    event: text("event"),
    embargo: text("event") ? "" : withOffset(text("embargo")),
    delete_by: text("delete_by"),
  };
}

/** An instant as a field gives it, with the offset that this device has then. */
function withOffset(local: string): string {
  if (!local) return "";
  const minutes = -new Date(local).getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  const two = (number: number): string => String(Math.floor(Math.abs(number))).padStart(2, "0");
  const seconds = local.length === 16 ? ":00" : "";
  return `${local}${seconds}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function questioned(question: Question): HTMLElement {
  const fieldset = made("fieldset", "choices");
  fieldset.append(made("legend", "", question.text), made("p", "hint", question.reason));
  for (const choice of question.choices) {
    const label = made("label", "choice");
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = `axis-${question.axis}`;
    radio.value = choice.permission;
    radio.defaultChecked = choice.permission === question.careful;
    label.append(radio, made("span", "choice-words", choice.words));
    fieldset.append(label);
  }
  return fieldset;
}

export function made(name: string, kind: string, words = ""): HTMLElement {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  if (words) element.textContent = words;
  return element;
}
