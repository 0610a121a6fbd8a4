/**
 * Places in a text, in the two units that are in use.
 *
 * The checker counts code points, as Python does; the editor counts UTF-16 code units, as browsers do. They
 * differ behind every character outside the basic plane (an emoji, some letters of Chinese names): one code
 * point is two units there. A combining mark is a code point of its own in both, and so is each half of CRLF.
 */
export class Offsets {
  /** In code points: where each character of two units stands, in their order. */
  readonly #wide: number[] = [];

  constructor(text: string) {
    let points = 0;
    for (const character of text) {
      if (character.length === 2) this.#wide.push(points);
      points += 1;
    }
  }

  /** Code units before the place that has `points` code points before it. */
  units(points: number): number {
    return points + this.#widesBefore((place) => place < points);
  }

  /** Code points before the place with `units` code units before it; inside a character: the place behind it. */
  points(units: number): number {
    return units - this.#widesBefore((place, index) => place + index + 1 < units);
  }

  #widesBefore(isBefore: (place: number, index: number) => boolean): number {
    let [low, high] = [0, this.#wide.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#wide[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * The text as it is sent: its lines end with LF alone, as a textarea's value has it, and half a surrogate pair
 * is U+FFFD, which JSON can carry. No offset of a text with LF changes by it.
 */
export function sendable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "\uFFFD");
}
