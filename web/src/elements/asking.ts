/** Requests of the page's own: JSON both ways, this server alone, nothing cached. */
import { toLocked } from "./locked";

/** An answer that is none: its status, and what its problem document says to people. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

interface Problem {
  readonly title?: string;
  readonly faults?: readonly { readonly message: string; readonly remedy?: string }[];
}

export interface Asking {
  /** The body, sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown;
  /** Nobody did anything: this is no reason to keep the vault open. */
  readonly background?: boolean;
}

/** Where a page's path answers as JSON. */
export function api(path: string): string {
  return path.startsWith("/api/") ? path : `/api/v1${path}`;
}

/** What the server answers; `Refused` where it does not, and the page is left where the vault is locked. */
export async function ask<Answer>(address: string, { body, background }: Asking = {}): Promise<Answer> {
  const headers = new Headers({ Accept: "application/json" });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  if (background) headers.set("X-Background", "1");
  const response = await fetch(address, {
    method: body === undefined ? "GET" : "POST",
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    mode: "same-origin",
    cache: "no-store",
    redirect: "error",
  });
  if (response.ok) return (await response.json()) as Answer;
  if (response.status === 423) toLocked();
  throw new Refused(response.status, await problem(response));
}

/** What a problem document (RFC 9457) says: its faults with their remedies, or else its title. */
async function problem(response: Response): Promise<string> {
  try {
    const told = (await response.json()) as Problem;
    const faults = (told.faults ?? []).map(({ message, remedy }) => (remedy ? `${message} (${remedy})` : message));
    return faults.join("; ") || (told.title ?? "");
  } catch {
    return "";
  }
}
