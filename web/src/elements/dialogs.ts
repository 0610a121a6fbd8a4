/** Questions in a `<dialog>`: what the browser's own would ask, in the page's language and style. */

/** Show a dialog, and say the value of the button by which it was closed; empty for Escape. */
export function answered(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

/** Put a text where the dialog has a place for it; without a text the dialog's own stays. */
export function fill(dialog: HTMLElement, place: string, text: string | undefined): void {
  const element = dialog.querySelector<HTMLElement>(place);
  if (!element) return;
  element.dataset["own"] ??= element.textContent ?? "";
  element.textContent = text ?? element.dataset["own"];
}
