/** Whether a key pressed here is text for a field. */
const NO_TEXT = new Set(["button", "checkbox", "radio", "range", "color", "file", "submit", "reset", "image"]);

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target.isContentEditable || target.closest('[role="textbox"], [role="combobox"]') !== null;
}

/** Whether somebody can see an element and use it. */
export function isUsable(element: HTMLElement): boolean {
  const off = element.matches(':disabled, [aria-disabled="true"]') || element.closest("[inert]") !== null;
  return !off && element.checkVisibility({ visibilityProperty: true });
}
