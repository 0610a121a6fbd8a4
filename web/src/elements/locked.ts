/** What a page does once the vault is locked: whoever holds unsaved text may object, all others leave. */

/** Sent to the window before a page is left; `preventDefault` keeps the page. */
export const LOCKED = "groundrules:locked";
/** Sent to the window before the vault is locked; whoever has something to keep adds it to `detail.kept`. */
export const LOCKING = "groundrules:locking";

export interface Locking {
  readonly kept: Promise<unknown>[];
}

/** Where one unlocks; an `<idle-lock unlock>` says otherwise. */
export function unlockAddress(): string {
  return document.querySelector("idle-lock")?.getAttribute("unlock") ?? "/unlock";
}

/** Leave this page, as far as nobody holds text that is in no version yet. */
export function toLocked(): void {
  const leave = window.dispatchEvent(new CustomEvent(LOCKED, { cancelable: true }));
  if (leave) location.replace(unlockAddress());
}
