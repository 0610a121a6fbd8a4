/** Keeps an editor's text as a new version, beside the page: the form's fields, sent as JSON. */
import { ask } from "../elements/asking";

/** The version that is in the vault now. */
export async function save(address: string, form: HTMLFormElement | null, name: string, text: string): Promise<number> {
  const fields: Record<string, unknown> = form ? Object.fromEntries(new FormData(form)) : {};
  const version = Number(fields["version"]);
  if (!Number.isNaN(version)) fields["version"] = version;
  const answer = await ask<{ readonly version?: number }>(address, { body: { ...fields, [name]: text } });
  const kept = answer.version ?? version;
  const field = form?.elements.namedItem("version");
  if (field instanceof HTMLInputElement) field.value = String(kept);
  return kept;
}
