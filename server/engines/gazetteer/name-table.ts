import type { GazetteerParts } from './gazetteer-file.ts';
import { maxKeyBytes } from './place-key.ts';

/** How many keys a block has: the first one is whole, the others say what they share with the one before. */
export const keysPerBlock = 16;

/** Where the uses of keys are: from the first to before the second. */
export interface Uses {
  readonly from: number;
  readonly to: number;
}

type NameParts = Pick<GazetteerParts, 'blockKeys' | 'blockUses' | 'keys' | 'uses'>;

/** Writes keys, which come in order, each with its uses. */
export function writeNameTable(entries: readonly (readonly [string, readonly number[]])[]): NameParts {
  const blockKeys: number[] = [];
  const blockUses: number[] = [];
  const keys: number[] = [];
  const uses: number[] = [];
  let before = '';
  for (const [n, [key, of]] of entries.entries()) {
    const isFirst = n % keysPerBlock === 0;
    if (isFirst) {
      blockKeys.push(keys.length);
      blockUses.push(uses.length);
    }
    const shared = isFirst ? 0 : sharedLength(before, key);
    keys.push(shared, key.length - shared, of.length & 0xff, of.length >> 8);
    for (let at = shared; at < key.length; at++) keys.push(key.charCodeAt(at));
    for (const use of of) uses.push(use);
    before = key;
  }
  return {
    blockKeys: Int32Array.from(blockKeys),
    blockUses: Int32Array.from(blockUses),
    keys: Uint8Array.from(keys),
    uses: Int32Array.from(uses),
  };
}

function sharedLength(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared;
}

/** Finds keys where they lie, block by block: nothing is unpacked. */
export class NameTable {
  readonly #parts: NameParts;
  readonly #current = new Uint8Array(256);

  constructor(parts: NameParts) {
    this.#parts = parts;
  }

  /** The uses of this key; none when there is no such key. */
  exactly(key: string): Uses {
    // No byte of UTF-8 is 0, so this comes right after the key.
    return this.#between(key, `${key}\u0000`);
  }

  /** The uses of all keys that begin so. */
  beginningWith(key: string): Uses {
    // No byte of UTF-8 is 255.
    return this.#between(key, `${key}\u00ff`);
  }

  /** Calls `see` with each key, by its bytes and their number, and where its uses are. The bytes change afterwards. */
  each(see: (bytes: Uint8Array, length: number, uses: Uses) => void): void {
    const { keys } = this.#parts;
    for (let at = 0, from = 0; at < keys.length; at = next(keys, at)) {
      const uses = { from, to: from + countAt(keys, at) };
      see(this.#current, this.#take(at), uses);
      from = uses.to;
    }
  }

  #between(first: string, end: string): Uses {
    if (first === '' || first.length > maxKeyBytes) return { from: 0, to: 0 };
    return { from: this.#usesBefore(first), to: this.#usesBefore(end) };
  }

  /** How many uses the keys have that come before this text. */
  #usesBefore(text: string): number {
    const { blockKeys, blockUses, keys } = this.#parts;
    const block = this.#blocksBefore(text) - 1;
    if (block < 0) return 0;
    const end = blockKeys[block + 1] ?? keys.length;
    let used = blockUses[block] ?? 0;
    for (let at = blockKeys[block] ?? 0; at < end; at = next(keys, at)) {
      if (!this.#isBefore(this.#take(at), text)) break;
      used += countAt(keys, at);
    }
    return used;
  }

  /** How many blocks begin with a key that comes before this text. */
  #blocksBefore(text: string): number {
    const { blockKeys } = this.#parts;
    let low = 0;
    let high = blockKeys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#isBefore(this.#take(blockKeys[middle] ?? 0), text)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Puts the key that is written there over the one before it, and returns its length. */
  #take(at: number): number {
    const { keys } = this.#parts;
    const current = this.#current;
    const shared = keys[at] ?? 0;
    const rest = keys[at + 1] ?? 0;
    for (let n = 0; n < rest; n++) current[shared + n] = keys[at + 4 + n] ?? 0;
    return shared + rest;
  }

  #isBefore(length: number, text: string): boolean {
    const least = Math.min(length, text.length);
    for (let n = 0; n < least; n++) {
      const difference = (this.#current[n] ?? 0) - text.charCodeAt(n);
      if (difference !== 0) return difference < 0;
    }
    return length < text.length;
  }
}

const countAt = (keys: Uint8Array, at: number) => (keys[at + 2] ?? 0) + (keys[at + 3] ?? 0) * 256;
const next = (keys: Uint8Array, at: number) => at + 4 + (keys[at + 1] ?? 0);
