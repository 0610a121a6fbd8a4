/** Where the page keeps sealed things: in the browser's database, or in memory alone. */

/** One thing that is sealed: the nonce, and what AES-GCM made of it. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

export type Change = { key: string; sealed: Sealed } | { key: string; sealed: null };

export interface Shelf {
  /** All that is kept under keys that begin so, in the order of the keys. */
  read(prefix: string): Promise<[string, Sealed][]>;
  /** Put and take away, all of it or nothing; done when it would outlive a loss of power. */
  write(changes: Change[]): Promise<void>;
  /** The key that seals; made once, and it cannot be taken out of the browser. */
  secret(): Promise<CryptoKey>;
  /** Take away everything, the key too. */
  burn(): Promise<void>;
}

/** Keeps in memory: for a device that is not one's own. */
export class MemoryShelf implements Shelf {
  readonly #kept = new Map<string, Sealed>();
  #secret: Promise<CryptoKey> | null = null;

  read(prefix: string): Promise<[string, Sealed][]> {
    const found = [...this.#kept].filter(([key]) => key.startsWith(prefix));
    return Promise.resolve(found.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  write(changes: Change[]): Promise<void> {
    for (const { key, sealed } of changes) {
      if (sealed) this.#kept.set(key, sealed);
      else this.#kept.delete(key);
    }
    return Promise.resolve();
  }

  secret(): Promise<CryptoKey> {
    this.#secret ??= newSecret();
    return this.#secret;
  }

  burn(): Promise<void> {
    this.#kept.clear();
    this.#secret = null;
    return Promise.resolve();
  }
}

const NAME = "groundrules-light";

/** Keeps in IndexedDB. */
export class BrowserShelf implements Shelf {
  #open: Promise<IDBDatabase> | null = null;

  async read(prefix: string): Promise<[string, Sealed][]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const store = await this.#store("readonly", "kept");
    const [keys, values] = await Promise.all([
      answered(store.getAllKeys(range)),
      answered<Sealed[]>(store.getAll(range)),
    ]);
    return keys.flatMap((key, place) => {
      const sealed = values[place];
      return sealed ? [[String(key), sealed] as [string, Sealed]] : [];
    });
  }

  async write(changes: Change[]): Promise<void> {
    const store = await this.#store("readwrite", "kept");
    for (const { key, sealed } of changes) {
      if (sealed) store.put(sealed, key);
      else store.delete(key);
    }
    await committed(store.transaction);
  }

  async secret(): Promise<CryptoKey> {
    const made = await newSecret();
    const store = await this.#store("readwrite", "secret");
    // One transaction: of two pages that open at once, both get the key of the first.
    const found = await answered<CryptoKey | undefined>(store.get("own"));
    if (!found) store.put(made, "own");
    await committed(store.transaction);
    return found ?? made;
  }

  async burn(): Promise<void> {
    (await this.#database()).close();
    this.#open = null;
    await answered(indexedDB.deleteDatabase(NAME));
  }

  async #store(mode: IDBTransactionMode, name: string): Promise<IDBObjectStore> {
    const database = await this.#database();
    return database.transaction(name, mode, { durability: "strict" }).objectStore(name);
  }

  #database(): Promise<IDBDatabase> {
    this.#open ??= this.#opened();
    return this.#open;
  }

  async #opened(): Promise<IDBDatabase> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("kept");
      request.result.createObjectStore("secret");
    };
    const database = await answered(request);
    database.onversionchange = () => {
      database.close();
      this.#open = null;
    };
    return database;
  }
}

function newSecret(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing"));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("nothing was kept"));
  });
}
