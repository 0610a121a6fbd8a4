/** Words that the page has for the editor, in its language; and the tally that it shows. */
import { Debounce } from "../pure/debounce";
import type { Checked } from "../pure/findings";
import { say } from "../elements/say";

/** CodeMirror's phrases: `<template data-phrases><p data-phrase="Find">Suchen</p>...</template>`. */
export function phrases(): Record<string, string> {
  const template = document.querySelector<HTMLTemplateElement>("template[data-phrases]");
  const words = [...(template?.content.querySelectorAll<HTMLElement>("[data-phrase]") ?? [])];
  return Object.fromEntries(words.map((one) => [one.dataset["phrase"] ?? "", one.textContent?.trim() ?? ""]));
}

let sentence = "";
const rest = new Debounce(1500, () => say(sentence));

/** `[data-tally="errors"]` gets that number of the tally; its `says` is read out once somebody stops typing. */
export function showTally(tally: Checked["tally"]): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-tally]")) {
    place.textContent = String(tally[place.dataset["tally"] ?? ""] ?? "");
  }
  const says = String(tally["says"] ?? "");
  if (says === sentence) return;
  sentence = says;
  rest.ask();
}
