import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IRuleSetType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../contract/endpoint.ts';
import { endpoints } from '../contract/endpoints.ts';
import { mailKinds } from '../contract/mail/lists.ts';
import { prepareSearch } from '../server/areas/leads/list/lead-lookup.jobs.ts';

const root = join(import.meta.dirname, '..');
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[];
  options: object;
};

/** The areas, from the ground up, as the rules list them. */
const layers = config.forbidden.flatMap(
  ({ name }) => /^area-(.*)-imports-areas-below$/.exec(name ?? '')?.[1] ?? [],
);

/** For each rule an example project that breaks it: files with their imports, and the packages that exist there. */
const breaches: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': {
    'web/ui/one.ts': "import { two } from './two.ts'; export const one = () => two;",
    'web/ui/two.ts': "import { one } from './one.ts'; export const two = () => one;",
  },
  'contract-imports-zod-and-texts-only': { 'contract/a.ts': "import 'kysely';" },
  'platform-knows-nobody': { 'server/platform/a.ts': "import '../areas/leads/index.ts';" },
  'engines-know-no-lead': { 'server/engines/lead-rating/a.ts': "import '../../areas/leads/index.ts';" },
  'areas-are-listed': { 'server/areas/news/a.ts': "import '../leads/index.ts';" },
  'areas-meet-through-index': { 'server/areas/intake/a.ts': "import '../leads/inside.ts';" },
  'server-parts-enter-areas-through-index': { 'server/main.ts': "import './areas/leads/inside.ts';" },
  'areas-do-not-compose': { 'server/areas/leads/a.ts': "import '../../main.ts';" },
  'server-knows-no-web': { 'server/platform/a.ts': "import '../../web/ui/index.ts';" },
  'web-ground-knows-no-area': { 'web/ui/a.ts': "import '../areas/leads/index.ts';" },
  'first-load-takes-single-blocks': { 'web/shell/a.ts': "import '../ui/index.ts';" },
  'web-areas-meet-through-index': { 'web/areas/people/a.ts': "import '../leads/inside.ts';" },
  'web-areas-do-not-compose': { 'web/areas/people/a.ts': "import '../../shell/frame.ts';" },
  'web-knows-no-server': { 'web/ui/a.ts': "import '../../server/main.ts';" },
  'browser-takes-no-zod': { 'web/ui/a.ts': "import 'zod';" },
  'rules-are-pure': { 'server/areas/leads/a.rules.ts': "import '../../platform/clock.ts';" },
  'sql-lives-in-repositories': {
    'server/areas/leads/unsuffixed.ts': "import { sql } from 'kysely'; export { sql };",
  },
  'no-tests-in-the-product': { 'server/platform/a.ts': "import '../../test/helper.ts';" },
  'no-orphans': { 'server/platform/alone.ts': 'export const alone = 1;' },
  ...Object.fromEntries(
    layers
      .slice(0, -1)
      .map((area) => [
        `area-${area}-imports-areas-below`,
        { [`server/areas/${area}/a.ts`]: `import '../${layers.at(-1)}/index.ts';` },
      ]),
  ),
};

/** The files that every breach starts from. */
const house: Readonly<Record<string, string>> = {
  'server/main.ts': 'export {};',
  'server/platform/clock.ts': 'export {};',
  'server/areas/leads/index.ts': 'export {};',
  'server/areas/leads/inside.ts': 'export {};',
  [`server/areas/${layers.at(-1)}/index.ts`]: 'export {};',
  'web/ui/index.ts': 'export {};',
  'web/shell/frame.ts': 'export {};',
  'web/areas/leads/index.ts': 'export {};',
  'web/areas/leads/inside.ts': 'export {};',
  'test/helper.ts': 'export {};',
  'contract/index.ts': 'export {};',
};

describe('the rules of the house', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadlight-house-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function cruiseHouse(files: Readonly<Record<string, string>>, name: string): Promise<string[]> {
    const house = join(folder, name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    for (const packageName of ['kysely', 'zod']) {
      const place = join(house, 'node_modules', packageName);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'package.json'), JSON.stringify({ name: packageName, main: 'index.js' }));
      writeFileSync(join(place, 'index.js'), 'exports.sql = 1;');
    }
    const { output } = await cruise(['contract', 'server', 'web', 'test'], {
      baseDir: house,
      validate: true,
      ruleSet: { forbidden: config.forbidden } as IRuleSetType,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    });
    return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
  }

  it('each rule has a breach that it finds', () => {
    // Nothing is above the last one.
    const last = `area-${layers.at(-1)}-imports-areas-below`;
    const named = config.forbidden.map(({ name }) => name).filter((name) => name !== last);
    expect(Object.keys(breaches).toSorted()).toEqual(named.toSorted());
  });

  it.each(Object.entries(breaches))('%s fails on a breach', async (rule, files) => {
    expect(await cruiseHouse({ ...house, ...files }, rule)).toContain(rule);
  });

  it('and none fails on a house without one', async () => {
    const found = await cruiseHouse(house, 'sound');
    expect(found.filter((rule) => rule !== 'no-orphans')).toEqual([]);
  });
});

describe('folders of an area', () => {
  it('have an order: two that import each other are one', () => {
    expect(findCircles(importsBetweenFolders(['server/areas', 'server/engines', 'server/demo']))).toEqual([]);
  });

  it('an order is missed when there is a circle', () => {
    const circle = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a'])],
    ]);
    expect(findCircles(circle)).toEqual(['a → b → c → a']);
  });
});

describe('what follows something that happens to leads', () => {
  it('is put together in main.ts, whichever area declares it', () => {
    const declared = productFiles(['server/areas']).flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/^export const (\w+): OnLeadEvents = /gm)].map(
        ([, name]) => name,
      ),
    );
    const [, listed = ''] =
      /new FollowUps\(\[([^\]]*)\]\)/.exec(readFileSync(join(root, 'server/main.ts'), 'utf8')) ?? [];
    expect(
      listed
        .split(',')
        .map((name) => name.trim())
        .toSorted(),
    ).toEqual(declared.toSorted());
  });
});

describe('SQL', () => {
  it('names no job but the one that a trigger asks for', () => {
    const named = readdirSync(join(root, 'db/functions')).flatMap((file) =>
      [...readFileSync(join(root, 'db/functions', file), 'utf8').matchAll(/enqueue_job\('([^']+)'/g)].map(
        ([, name]) => name,
      ),
    );
    expect(named).toEqual([prepareSearch.name]);
  });

  const builder = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/;

  it('is in repositories and the conditions that they share, whatever a file imports', () => {
    const found = productFiles(['server/areas', 'server/engines'])
      .filter((path) => !/\.(repo|sql)\.ts$/.test(path))
      .filter((path) => builder.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each(["db.selectFrom('lead')", 'sql`select 1`', 'sql<{ id: string }>`select 1`'])(
    '%s is SQL',
    (text) => {
      expect(text).toMatch(builder);
    },
  );
});

describe('endpoints', () => {
  /** A path that stands without its method: endpoints of the contract are named by both. */
  const lonePath = /['"`]\/api\/v1\/[\w:$]/;

  it('are the contract’s, every one that the server describes', () => {
    const { paths } = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as {
      paths: Record<string, object>;
    };
    const described = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
      );
    const declared = Object.entries<Endpoint>(endpoints).filter(([, { hidden }]) => !hidden);
    expect(described.toSorted()).toEqual(declared.map(([name]) => name).toSorted());
  });

  it('have no path of their own in the server, not even those that the description leaves out', () => {
    const found = productFiles(['server']).filter((file) =>
      lonePath.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it.each(["app.get('/api/v1/leads', handler)", 'const url = `/api/v1/leads`;', "{ url: '/api/v1/me' }"])(
    '%s is a path without the contract',
    (text) => expect(text).toMatch(lonePath),
  );

  /** A name that is put together: a search for the whole name would not find it (decision 040). */
  const builtName = /`(GET|POST|PUT|PATCH|DELETE) [^`]*\$\{|\b(door|request|ask|saveFile|addressOf)\(\s*`/;

  it('are named by whole literals', () => {
    const found = productFiles(['server', 'web']).filter((file) =>
      builtName.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it.each([
    `request(\`POST /api/v1/leads/:id/\${action}\`, { params })`,
    `door(\n  \`\${method} /api/v1/leads\`, handler)`,
    `const stream = \`GET \${path}\`;`,
  ])('%s puts a name together', (text) => expect(text).toMatch(builtName));
});

describe('leads', () => {
  const write =
    /\.(insertInto|updateTable|deleteFrom)\('lead(_event)?'\)|\b(insert into|update|delete from) lead(_event)?\b/;
  /**
   * Checks and the rating store their findings next to the lead: that does not change the lead, and does not raise its
   * version.
   */
  const keepsFindings = /^server\/areas\/leads\/(contact-checks|rating)\/[^/]+\.repo\.ts$/;

  it('are written by their one door alone, whatever SQL says it', () => {
    const found = productFiles(['server/areas', 'server/engines', 'server/platform'])
      .filter((path) => !path.startsWith('server/areas/leads/change/') && !keepsFindings.test(path))
      .filter((path) => write.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each(["tx.updateTable('lead')", 'insert into lead (id)', 'update lead set', 'delete from lead_event'])(
    '%s is a write',
    (text) => expect(text).toMatch(write),
  );
});

describe('the ledger of who was told', () => {
  it('NT-4 is written by one file alone, whose types know the kinds that emails declare', () => {
    const write =
      /\.(insertInto|updateTable|deleteFrom)\('lead_notice'\)|\b(insert into|update|delete from) lead_notice\b/;
    const found = productFiles(['server']).filter((path) =>
      write.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(found).toEqual(['server/areas/messages/telling/notices.repo.ts']);
  });
});

describe('the mail area', () => {
  it('knows no kind of mail: areas that send define them', () => {
    const named = productFiles(['server/areas/mail']).flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return mailKinds.filter((kind) => text.includes(`'${kind}'`)).map((kind) => `${path}: ${kind}`);
    });
    expect(named).toEqual([]);
  });
});

function productFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\.fixture\.|test-support/.test(path))
      .map((path) => join(folder, path)),
  );
}

/** Which folder imports which; an area's index and what assembles it (`area.ts`) belong to no folder. */
function importsBetweenFolders(folders: readonly string[]): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const path of productFiles(folders)) {
    if (/\/(index|area)\.ts$/.test(path)) continue;
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, specifier] of text.matchAll(/ from '(\.[^']+)';/g)) {
      const target = relative('.', normalize(join(dirname(path), specifier ?? '')));
      if (target.endsWith('/index.ts') || dirname(target) === dirname(path)) continue;
      const known = edges.get(dirname(path)) ?? new Set();
      edges.set(dirname(path), known.add(dirname(target)));
    }
  }
  return edges;
}

/** Each cycle once, as `a → b → a`. */
function findCircles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (folder: string, way: readonly string[]): void => {
    const start = way.indexOf(folder);
    if (start >= 0) {
      circles.push([...way.slice(start), folder].join(' → '));
      return;
    }
    if (done.has(folder)) return;
    for (const next of edges.get(folder) ?? []) walk(next, [...way, folder]);
    done.add(folder);
  };
  for (const folder of edges.keys()) walk(folder, []);
  return circles;
}
