/** Asking the server: what the record holds, and to write acts and tapes into it. */

import type { Outcome, Server } from "./queue.js";
import type { Act, Base, LightRecord } from "./shapes.js";

/** Milliseconds for which an answer is waited for; a network that is half there counts as none. */
const PATIENCE = 8000;

/** What a page asks by itself does not count as somebody doing something. */
const BY_ITSELF = { "X-Background": "1" };

export class HttpServer implements Server {
  readonly #address: string;

  constructor(talk: string) {
    this.#address = `/light/${talk}`;
  }

  base(): Promise<Outcome<Base>> {
    return asked<Base>(`/api/v1${this.#address}`, { headers: BY_ITSELF });
  }

  post(acts: Act[]): Promise<Outcome<LightRecord>> {
    return this.#json<LightRecord>("/acts", { acts }, {}); // somebody did something
  }

  beginTape(mark: string, mime: string): Promise<Outcome<{ tape: string }>> {
    return this.#json("/tapes", { mark, mime });
  }

  markTape(tape: string, mark: string, at: number): Promise<Outcome<unknown>> {
    return this.#json(`/tapes/${tape}/marks`, { mark, at_ms: at });
  }

  chunk(tape: string, number: number, at: number, bytes: ArrayBuffer): Promise<Outcome<unknown>> {
    const body = new FormData();
    body.set("upload", new Blob([bytes]), "chunk");
    const there = `${this.#address}/tapes/${tape}/${number}/${at}`;
    return asked(there, { method: "POST", headers: BY_ITSELF, body });
  }

  #json<T>(path: string, document: unknown, more: object = BY_ITSELF): Promise<Outcome<T>> {
    const headers = { ...more, "Content-Type": "application/json" };
    const body = JSON.stringify(document);
    return asked<T>(this.#address + path, { method: "POST", headers, body });
  }
}

async function asked<T>(address: string, how: RequestInit): Promise<Outcome<T>> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(address, { ...how, signal, cache: "no-store" });
    if (response.ok) return { is: "answered", answer: (await response.json()) as T };
    return await refused(response);
  } catch {
    return { is: "away" };
  }
}

async function refused<T>(response: Response): Promise<Outcome<T>> {
  if (response.status === 423) return { is: "locked" };
  if (response.status === 401 || response.status === 403) return { is: "out" };
  if (response.status >= 500) return { is: "failed" };
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
  return { is: "refused", message: problem.detail ?? problem.title ?? String(response.status) };
}
