/** Whether somebody is still there, by the clock on the wall: a closed lid counts as being away. */
export type Idleness = { readonly state: "here" | "warned" | "away"; readonly seconds: number };

/** How long before the end one is warned, in seconds. */
const WARNING = 60;

/**
 * @param now in milliseconds
 * @param last when somebody last did something, in milliseconds
 * @param minutes after which nobody is there
 * @returns the state, and the seconds that are left
 */
export function idleness(now: number, last: number, minutes: number): Idleness {
  const seconds = Math.ceil((last + minutes * 60_000 - now) / 1000);
  if (seconds <= 0) return { state: "away", seconds: 0 };
  return { state: seconds <= Math.min(WARNING, minutes * 30) ? "warned" : "here", seconds };
}
