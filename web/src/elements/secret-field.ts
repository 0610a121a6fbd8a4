/**
 * `<secret-field data-show="Show" data-hide="Hide">` around a password field: a button that shows what is typed.
 *
 * It hides again before the form is sent, so that no browser offers to remember it as text.
 */
class SecretField extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("input");
    if (!field || this.querySelector("button[aria-pressed]")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "secret-toggle";
    if (field.id) button.setAttribute("aria-controls", field.id);
    const show = (shown: boolean): void => {
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
      button.textContent = this.dataset[shown ? "hide" : "show"] ?? "";
    };
    show(false);
    button.addEventListener("click", () => show(field.type === "password"));
    field.form?.addEventListener("submit", () => show(false), true);
    this.append(button);
  }
}

customElements.define("secret-field", SecretField);
