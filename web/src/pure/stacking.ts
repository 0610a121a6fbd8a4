/**
 * Where cards in a margin stand: each as near to its line as can be, none over another, in their order.
 *
 * @param wanted the height on the page at which each card would like to begin, in pixels
 * @param heights of the cards, in pixels
 * @param gap between two cards
 * @param fixed the card that stands exactly where it wants to (the one in hand); -1: none
 * @returns where each begins
 */
export function stacked(
  wanted: readonly number[],
  heights: readonly number[],
  gap: number,
  fixed = -1,
): number[] {
  const tops = wanted.map((top) => Math.max(top, 0));
  const from = Math.max(fixed, 0);
  for (let index = from + 1; index < tops.length; index += 1) {
    const end = (tops[index - 1] ?? 0) + (heights[index - 1] ?? 0) + gap;
    tops[index] = Math.max(tops[index] ?? 0, end);
  }
  for (let index = from - 1; index >= 0; index -= 1) {
    const room = (tops[index + 1] ?? 0) - (heights[index] ?? 0) - gap;
    tops[index] = Math.min(tops[index] ?? 0, room);
  }
  const above = tops[0] ?? 0;
  return above < 0 ? stacked(wanted, heights, gap) : tops; // no room above: the card in hand gives way
}
