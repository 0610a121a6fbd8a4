/** Which places of the palette fit what was typed, the best first. */

export interface Place {
  readonly title: string;
  readonly address: string;
  readonly hint: string;
}

/**
 * Every word typed must be in the title or the hint: at a word's beginning best, then inside.
 *
 * Only where no place has them all, letters that stand in their order in a title are enough.
 */
export function fitting(places: readonly Place[], typed: string): Place[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const firm = best(places, (place) => score(place, words));
  if (firm.length > 0) return firm;
  return best(places, ({ title }) => Number(words.every((word) => isScattered(folded(title), word))));
}

function best(places: readonly Place[], worth: (place: Place) => number): Place[] {
  return places
    .map((place, index) => ({ place, index, score: worth(place) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .map(({ place }) => place);
}

/** Addresses of this server alone: a path, and not one that names another host. */
export function isOurs(address: string): boolean {
  return /^\/(?![/\\])/.test(address) && !/[\s\\]/.test(address);
}

function score(place: Place, words: readonly string[]): number {
  const [title, hint] = [folded(place.title), folded(place.hint)];
  let sum = 1;
  for (const word of words) {
    const best = Math.max(fit(title, word), fit(hint, word) / 2);
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

function fit(text: string, word: string): number {
  if (text.startsWith(word)) return 16;
  if (text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) return 12;
  return text.includes(word) ? 8 : 0;
}

function isScattered(text: string, word: string): boolean {
  let from = 0;
  return [...word].every((letter) => {
    const found = text.indexOf(letter, from);
    from = found + letter.length;
    return found >= 0;
  });
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
