/** The time from a key to the cards that answer it, as somebody sees it. */

/** The moment of the last key that changed the text; from `performance.now()`. */
export function typed(): number {
  return performance.mark("typed").startTime;
}

/** Once what was just shown is on the screen: the milliseconds since `from`. */
export function shownSince(from: number, told: (milliseconds: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    // A message is handled after the frame in which it was sent has been drawn.
    port1.onmessage = () => {
      const shown = performance.mark("shown").startTime;
      performance.measure("typed-to-shown", { start: from, end: shown });
      performance.clearMarks();
      port1.close();
      told(shown - from);
    };
    port2.postMessage(null);
  });
}
