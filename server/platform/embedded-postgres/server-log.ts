import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder, type ServerUser } from './server-user.ts';

const MAX_AGE_MS = 8 * 24 * 60 * 60 * 1000;
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * A private folder next to the cluster for the server's log files. The server overwrites them weekly only while it runs
 * through midnight, so old and oversized ones are removed here.
 */
export async function makeLogFolder(cluster: string, user: ServerUser): Promise<string> {
  const folder = `${cluster}-log`;
  await makePrivateFolder(folder, user);
  for (const file of await logFiles(folder)) {
    if (file.size > MAX_BYTES || Date.now() - file.time > MAX_AGE_MS) await rm(file.path, { force: true });
  }
  return folder;
}

/** The last lines the server wrote to its log files. */
export async function lastLogLines(folder: string, count: number): Promise<string[]> {
  const newest = (await logFiles(folder)).sort((a, b) => b.time - a.time)[0];
  if (!newest) return [];
  return (await readFile(newest.path, 'utf8')).trimEnd().split('\n').slice(-count);
}

async function logFiles(folder: string): Promise<{ path: string; size: number; time: number }[]> {
  const names = (await readdir(folder)).filter((name) => /^server-.*\.log$/.test(name));
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, time: mtimeMs };
    }),
  );
}
