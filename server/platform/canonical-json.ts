import { createHash } from 'node:crypto';

/** Deeper than anything that a door accepts. */
const deepest = 32;

/**
 * SHA-256 of a JSON value, regardless of the order of its keys: identical requests have identical hashes (IN-3).
 * Anything nested deeper than 32 levels is ignored.
 */
export function hashJson(value: unknown): Buffer {
  return createHash('sha256')
    .update(canonicalJson(pruned(value)))
    .digest();
}

/** Drops what is nested so deeply that processing it would overflow the stack. */
function pruned(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === deepest) return null;
  if (Array.isArray(value)) return value.map((inner) => pruned(inner, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pruned(inner, depth + 1)]));
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
