/** What the page keeps of a talk until it is in the record: enciphered, each thing under its key. */

import type { Change, Sealed, Shelf } from "./shelf.js";

export class Kept {
  private constructor(
    readonly shelf: Shelf,
    readonly secret: CryptoKey,
  ) {}

  static async on(shelf: Shelf): Promise<Kept> {
    return new Kept(shelf, await shelf.secret());
  }

  /** Keep documents and take away others, all or nothing. */
  async change(put: Record<string, unknown>, away: string[] = []): Promise<void> {
    const changes: Change[] = away.map((key) => ({ key, sealed: null }));
    for (const [key, document] of Object.entries(put)) {
      const bytes = new TextEncoder().encode(JSON.stringify(document));
      changes.push({ key, sealed: await this.#sealed(key, bytes) });
    }
    await this.shelf.write(changes);
  }

  async changeBytes(key: string, bytes: ArrayBuffer): Promise<void> {
    await this.shelf.write([{ key, sealed: await this.#sealed(key, bytes) }]);
  }

  async documents<T>(prefix: string): Promise<[string, T][]> {
    const found: [string, T][] = [];
    for (const [key, bytes] of await this.contents(prefix)) {
      found.push([key, JSON.parse(new TextDecoder().decode(bytes)) as T]);
    }
    return found;
  }

  async contents(prefix: string): Promise<[string, ArrayBuffer][]> {
    const sealed = await this.shelf.read(prefix);
    return Promise.all(
      sealed.map(async ([key, one]): Promise<[string, ArrayBuffer]> => [
        key,
        await this.#opened(key, one),
      ]),
    );
  }

  /** Only which things there are: nothing is opened. */
  async keys(prefix: string): Promise<string[]> {
    return (await this.shelf.read(prefix)).map(([key]) => key);
  }

  /** Take away everything of a talk, and everything there is where it was the last one. */
  async erase(prefix: string): Promise<void> {
    const away = await this.keys(prefix);
    await this.shelf.write(away.map((key) => ({ key, sealed: null })));
    if (!(await this.keys("")).length) await this.shelf.burn();
  }

  async #sealed(key: string, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt(how(iv, key), this.secret, bytes) };
  }

  #opened(key: string, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
    return crypto.subtle.decrypt(how(iv, key), this.secret, bytes);
  }
}

/** A thing opens only under the key of the shelf at which it was put. */
function how(iv: Uint8Array<ArrayBuffer>, key: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(key) };
}
