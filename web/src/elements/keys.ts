/**
 * Keys of a page: `data-key="a"`, `data-key="g i"` or `data-key="Mod-k"` on a link, a button or a field.
 *
 * A key clicks what it stands on, or goes into it where it is a field. No key acts while somebody types, and
 * behind an open dialog nothing does. `?`, or `[data-opens="keys"]`, opens `<dialog id="keys">` and fills its
 * `<dl>` with all that this page has; `data-key-shown` is listed there, too, and left to whoever handles it. Who cannot use single
 * keys (speech input) sets `<html data-keys="off">`: then only those with Mod act.
 */
import { KeyTable, keyName, shownKeys } from "../pure/key-table";
import { isTyping, isUsable } from "./typing";

const OPENERS: Record<string, string> = { palette: "Mod-k", keys: "?" };
const table = new KeyTable();
const isMac = /mac|iphone|ipad/i.test(navigator.platform);

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const name = keyName(event);
  const single = document.documentElement.dataset["keys"] !== "off" && !isTyping(event.target);
  if (!name.startsWith("Mod-") && !single) return table.forget();
  if (name === "?" && !openDialog() && showKeys()) return event.preventDefault();
  const elements = [...reachable()].filter(([keys]) => single || keys.startsWith("Mod-"));
  const hit = table.press(name, event.timeStamp, elements.map(([keys]) => keys));
  const element = elements.find(([keys]) => keys === hit)?.[1];
  if (!hit || !element) return;
  event.preventDefault();
  use(element);
});

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest('[data-opens="keys"]')) showKeys();
});

/** What can be reached now, in the order of the page. */
function reachable(): [string, HTMLElement][] {
  const within: ParentNode = openDialog() ?? document;
  const found = [...within.querySelectorAll<HTMLElement>("[data-key]")].filter(isUsable);
  return found.map((element) => [element.dataset["key"] ?? "", element]);
}

function openDialog(): Element | null {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? null;
}

function use(element: HTMLElement): void {
  if (element.matches("input:not([type=checkbox], [type=radio], [type=submit], [type=button]), select, textarea")) {
    element.focus();
  } else {
    element.click();
  }
}

function showKeys(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#keys");
  const list = dialog?.querySelector("dl");
  if (!dialog || !list) return false;
  const elements = [...document.querySelectorAll<HTMLElement>("[data-key], [data-key-shown], [data-opens]")];
  list.replaceChildren(...elements.filter(isUsable).flatMap(line));
  dialog.showModal();
  return true;
}

/** `<dt><kbd>g</kbd> <kbd>i</kbd></dt><dd>Inbox</dd>` */
function line(element: HTMLElement): HTMLElement[] {
  const keys = document.createElement("dt");
  const { key, keyShown, opens } = element.dataset;
  for (const cap of shownKeys(key ?? keyShown ?? OPENERS[opens ?? ""] ?? "", isMac).map(capped)) keys.append(cap, " ");
  const label = document.createElement("dd");
  label.textContent = element.dataset["keyLabel"] ?? element.ariaLabel ?? words(element);
  return label.textContent && keys.textContent ? [keys, label] : [];
}

function capped(key: string): HTMLElement {
  const cap = document.createElement("kbd");
  cap.textContent = key;
  return cap;
}

/** What an element says, without the keys that are shown on it. */
function words(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"], kbd')) hidden.remove();
  return copy.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
