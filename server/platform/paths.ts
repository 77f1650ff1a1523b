import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the database is built from. */
const sources = ['migrations', 'functions'];

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!sources.every((name) => existsSync(join(folder, 'db', name)))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(
        'The folder db/migrations or db/functions is missing: Leadlight was not unpacked whole.',
      );
    folder = parent;
  }
  return folder;
}

/** Absolute paths of what ships alongside the program; the same from the sources and from the build. */
export const paths = (() => {
  const root = findRoot();
  return {
    root,
    migrations: join(root, 'db', 'migrations'),
    functions: join(root, 'db', 'functions'),
    web: join(root, 'dist', 'web'),
    gazetteer: join(root, 'dist', 'gazetteer.bin'),
    docs: join(root, 'docs'),
    languages: join(root, 'languages'),
  };
})();
