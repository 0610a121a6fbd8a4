/**
 * `<finding-link data-base="/drafts/ID/findings/"><a hidden>…</a></finding-link>` in the card of a finding.
 *
 * The editor gives each card an id, `finding-` and what stands for the finding; the link leads there.
 */
const BEFORE = "finding-";

class FindingLink extends HTMLElement {
  connectedCallback(): void {
    const id = this.closest(`[id^="${BEFORE}"]`)?.id.slice(BEFORE.length);
    const link = this.querySelector("a");
    if (!id || !link) return;
    link.href = `${this.dataset["base"] ?? ""}${encodeURIComponent(id)}`;
    link.hidden = false;
  }
}

customElements.define("finding-link", FindingLink);
