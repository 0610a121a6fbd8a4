/** A call that happens once, `milliseconds` after the last time it was asked for. */
export class Debounce {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly call: () => void,
  ) {}

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.call, this.milliseconds);
  }

  drop(): void {
    clearTimeout(this.#timer);
  }
}
