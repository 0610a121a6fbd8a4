/**
 * At most one piece of work under way; of what is asked for meanwhile only the newest is done.
 *
 * A failure ends its piece alone: the next one is done all the same.
 */
export class NewestWins<Asked> {
  #waiting: { readonly asked: Asked } | null = null;
  #busy = false;

  constructor(
    private readonly work: (asked: Asked) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Whether something is under way or waits. */
  get busy(): boolean {
    return this.#busy;
  }

  ask(asked: Asked): void {
    this.#waiting = { asked };
    if (!this.#busy) void this.#run();
  }

  /** What waits is not wanted any more. */
  drop(): void {
    this.#waiting = null;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    for (let next = this.#take(); next; next = this.#take()) {
      try {
        await this.work(next.asked);
      } catch (error) {
        this.failed(error);
      }
    }
    this.#busy = false;
  }

  #take(): { readonly asked: Asked } | null {
    const next = this.#waiting;
    this.#waiting = null;
    return next;
  }
}
