/** Instants as the page has them: in its language, whatever the browser speaks, and by the clock of 24 hours. */

/** `14:05` */
export function clockOf(instant: Date): string {
  return instant.toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** `3 Nov 2026, 14:05`, or `03.11.2026, 14:05` in German. */
export function momentOf(instant: Date): string {
  return instant.toLocaleString(language(), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
}

/** The page's English has the day before the month, as its other pages have. */
function language(): string {
  const { lang } = document.documentElement;
  return !lang || lang === "en" ? "en-GB" : lang;
}
