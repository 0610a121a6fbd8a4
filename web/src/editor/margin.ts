/** Where the cards stand beside an editor: measured and placed once per frame, without a layout in between. */
import type { EditorView } from "@codemirror/view";
import type { Cards } from "./cards";
import { findingsOf, linkedOf } from "./shown-findings";

export function placeCards(view: EditorView, cards: Cards): void {
  view.requestMeasure({
    key: cards,
    read: () => ({ wanted: wanted(view, cards.list), heights: cards.heights() }),
    write: ({ wanted, heights }) => cards.place(wanted, heights, linkedOf(view.state)),
  });
}

/** Where on the list each card would like to begin; null where the list is not beside the editor. */
function wanted(view: EditorView, list: HTMLElement): number[] | null {
  const [text, margin] = [view.dom.getBoundingClientRect(), list.getBoundingClientRect()];
  const isBeside = margin.left >= text.right - 1 || margin.right <= text.left + 1;
  if (!isBeside || margin.width === 0) return null;
  return findingsOf(view.state).map(({ finding }) => lineTop(view, finding.from) - margin.top);
}

/** The line on the screen, or, out of sight, its paragraph. */
function lineTop(view: EditorView, place: number): number {
  return view.coordsAtPos(place)?.top ?? view.documentTop + view.lineBlockAt(place).top;
}
