import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

const MB = 1024 * 1024;
/** With less, a starting server has no room for a segment of its log. */
const neededToStartBytes = 20 * MB;
/** With less, a running server cannot store anything. */
const neededToRunBytes = MB;

/** A sentence when a server on this cluster has no room to start, or to run; undefined: there is room. */
export async function findLackOfSpace(cluster: string, to: 'start' | 'run'): Promise<string | undefined> {
  // The folder itself may not exist yet.
  const found = await statfs(cluster).catch(() => statfs(dirname(cluster)).catch(() => undefined));
  if (!found) return undefined;
  const free = found.bavail * found.bsize;
  if (free >= (to === 'start' ? neededToStartBytes : neededToRunBytes)) return undefined;
  return `The disk that holds ${cluster} is full (${Math.floor(free / MB)} MB are free): nothing can be stored until there is space again.`;
}
