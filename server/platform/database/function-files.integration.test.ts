import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { type DescribedFunction, describeFunctions } from '../../../test/describe-functions.ts';
import { paths } from '../paths.ts';

const database = useTestDatabase();
let functions: DescribedFunction[];

beforeAll(async () => {
  functions = await describeFunctions(database.ownerPool);
});

/** The comment at the top of its file, in one line. */
async function readComment(name: string): Promise<string> {
  const lines = (await readFile(join(paths.functions, `${name}.sql`), 'utf8')).split('\n');
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('--')),
  );
  return comment.map((line) => line.replace(/^--/, '').trim()).join(' ');
}

describe('every function of the database', () => {
  it('has one file, and every file one function', async () => {
    const files = await readdir(paths.functions);
    expect(functions.map(({ name }) => `${name}.sql`)).toEqual(files.toSorted());
  });

  it('ID-2 sets its search path where it runs as its owner', () => {
    const loose = functions.filter(
      ({ asOwner, settings }) => asOwner && !settings.includes('search_path=pg_catalog, public, pg_temp'),
    );
    expect(loose).toEqual([]);
  });

  it('ID-2 says in its file who may call it, and as whom it runs', async () => {
    for (const { name, asOwner, mayCall } of functions) {
      const callers = mayCall === 'nobody' ? 'For .+ alone(, and for migrations)?' : `For ${mayCall}`;
      const runs = asOwner ? 'Runs as its owner, because .+' : 'Runs as its caller.*';
      expect(await readComment(name), name).toMatch(new RegExp(`^.+\\.  ${callers}\\. ${runs}\\.$`));
    }
  });

  it('says so where what it answers is stored in an index or a column', async () => {
    const stored = functions.filter(({ isStored }) => isStored);
    expect(stored.length).toBeGreaterThan(3);
    for (const { name } of stored)
      expect(await readComment(name), name).toContain('What it answers is stored');
  });

  it('has its text in its file alone: no migration since then writes one', async () => {
    for (const name of await readdir(paths.migrations)) {
      if (name < '0043') continue;
      const text = await readFile(join(paths.migrations, name), 'utf8');
      expect(text, name).not.toMatch(/create\s+(or\s+replace\s+)?(function|procedure)/i);
    }
  });
});
