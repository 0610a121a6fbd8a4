/**
 * Keys that do something on a page: one key (`a`, `?`), two in a row (`g i`), or one with Mod (`Mod-k`).
 *
 * Mod is the command key on a Mac and Control elsewhere. Letters are compared as they are typed, so `A` is
 * Shift and a; with Mod, case does not count.
 */

/** What of a keyboard event decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How long the first key of two is remembered, in milliseconds. */
const PATIENCE = 1500;

/** The name of a press as `data-key` has it; empty where it cannot be one. */
export function keyName(press: Press): string {
  if (press.altKey || ["Control", "Shift", "Alt", "Meta", "Dead", "Process"].includes(press.key)) return "";
  if (press.ctrlKey && press.metaKey) return "";
  const key = press.key === " " ? "Space" : press.key;
  if (!press.ctrlKey && !press.metaKey) return key;
  return `Mod-${key.length === 1 ? key.toLowerCase() : key}`;
}

/** `data-key="g i"` as the presses that it takes. */
export function sequence(written: string): string[] {
  return written.trim().split(/\s+/).filter(Boolean);
}

/** Remembers the first of two keys, and says which of the keys of a page were pressed. */
export class KeyTable {
  #first = "";
  #since = Number.NEGATIVE_INFINITY;

  /**
   * @param name what was pressed, from `keyName`
   * @param now in milliseconds
   * @param written every `data-key` that could act now
   * @returns the one that acts now, or empty
   */
  press(name: string, now: number, written: readonly string[]): string {
    const before = now - this.#since <= PATIENCE ? this.#first : "";
    this.forget();
    if (!name) return "";
    const two = before && written.find((keys) => same(sequence(keys), [before, name]));
    if (two) return two;
    if (written.some((keys) => sequence(keys).length === 2 && sequence(keys)[0] === name)) {
      this.#first = name;
      this.#since = now;
    }
    return written.find((keys) => same(sequence(keys), [name])) ?? "";
  }

  forget(): void {
    this.#first = "";
    this.#since = Number.NEGATIVE_INFINITY;
  }
}

/** How keys are shown to people: `Mod-k` is `Ctrl K`, or `⌘ K` on a Mac. */
export function shownKeys(written: string, isMac: boolean): string[] {
  return sequence(written).flatMap((name) =>
    name.startsWith("Mod-") ? [isMac ? "⌘" : "Ctrl", name.slice(4).toUpperCase()] : [name],
  );
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
