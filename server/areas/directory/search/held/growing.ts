/** A list of whole numbers that grows, in a quarter of the memory of an ordinary array. */
export class NumberList {
  #items: Int32Array;
  #length = 0;

  /** With room for so many at first. */
  constructor(room = 4) {
    this.#items = new Int32Array(Math.max(4, room));
  }

  get length(): number {
    return this.#length;
  }

  /** What is in the list, for reading; more may lie behind it. */
  get items(): Int32Array {
    return this.#items;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) this.#items = grown(this.#items, Math.ceil(this.#length * 1.5));
    this.#items[this.#length++] = item;
  }

  /** Empties the list, and keeps its room. */
  clear(): void {
    this.#length = 0;
  }

  /** Keeps only what passes, in its order, and gives back what room that leaves. */
  filter(keeps: (item: number) => boolean): void {
    let kept = 0;
    for (let at = 0; at < this.#length; at++) {
      const item = this.#items[at] ?? 0;
      if (keeps(item)) this.#items[kept++] = item;
    }
    if (kept < this.#length) this.#items = this.#items.slice(0, Math.max(4, kept));
    this.#length = kept;
  }
}

type Numbers = Int32Array | Uint8Array | Uint16Array | Float64Array;

/** An array for passing results that is used again: fresh memory costs more than what is done with it. */
export class Scratch<Kind extends Numbers> {
  readonly #make: (length: number) => Kind;
  #numbers: Kind;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#numbers = make(0);
  }

  /** So many numbers, which are whatever they were. */
  take(length: number): Kind {
    if (this.#numbers.length < length) this.#numbers = this.#make(Math.ceil(length * 1.2));
    return this.#numbers.subarray(0, length) as Kind;
  }
}

/** The same numbers with room for more. */
export function grown<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  const larger = new (numbers.constructor as new (length: number) => Kind)(length);
  larger.set(numbers);
  return larger;
}
