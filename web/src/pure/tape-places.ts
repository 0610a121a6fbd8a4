/**
 * Places in a transcript and times of its talk: which turn is spoken at a time, and where in its words.
 *
 * A record has times for turns alone. Within a turn, a place is worked out from the characters before it, as
 * if all were spoken equally fast. Times are in milliseconds from the beginning of the talk.
 */
export interface Timed {
  readonly start: number;
  /** Where the next turn begins, or the turn's own end; NaN where neither is known. */
  readonly end: number;
  /** How many characters its words have. */
  readonly length: number;
}

/** Milliseconds of a character where a turn has no end: 150 words of six characters in a minute. */
const CHARACTER = 67;

export function endOf({ start, end, length }: Timed): number {
  return end > start ? end : start + Math.max(length, 1) * CHARACTER;
}

/** The time at which a character is spoken. */
export function timeOf(turn: Timed, at: number): number {
  const share = turn.length > 0 ? Math.min(Math.max(at / turn.length, 0), 1) : 0;
  return turn.start + share * (endOf(turn) - turn.start);
}

/** The character that is spoken at a time. */
export function characterAt(turn: Timed, time: number): number {
  const share = (time - turn.start) / (endOf(turn) - turn.start);
  return Math.min(Math.max(Math.floor(share * turn.length), 0), Math.max(turn.length - 1, 0));
}

/** Which of the turns, in the order of their starts, is spoken at a time; -1 before the first one. */
export function turnAt(turns: readonly Timed[], time: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The word around a character of a text: where it begins and ends; nothing where there is none. */
export function wordAround(text: string, at: number): readonly [number, number] | null {
  if (!/\S/.test(text[at] ?? "")) return null;
  let [start, end] = [at, at];
  while (start > 0 && /\S/.test(text[start - 1] ?? "")) start -= 1;
  while (end < text.length && /\S/.test(text[end] ?? "")) end += 1;
  return [start, end];
}

/** `0:13:41` */
export function clock(milliseconds: number): string {
  const seconds = Math.max(Math.floor(milliseconds / 1000), 0);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
