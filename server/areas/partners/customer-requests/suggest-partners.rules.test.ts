import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, keyOf, mostSuggestions, suggestPartners } from './suggest-partners.rules.ts';

function candidate(name: string, columns: Partial<Candidate> = {}): Candidate {
  return {
    organizationId: name,
    pageId: `page of ${name}`,
    slug: name.toLowerCase(),
    name,
    city: null,
    locationCountry: 'DE',
    country: 'DE',
    tags: [],
    answers: { due: 0, answered: 0 },
    ...columns,
  };
}

const german = { country: 'DE', tags: ['Backup', 'Migration'], exceptOrganizationIds: ['First'] };
const names = (request: Parameters<typeof suggestPartners>[0], candidates: Candidate[]) =>
  suggestPartners(request, candidates).map(({ candidate: { name } }) => name);

describe('LC-3: which partners are suggested', () => {
  it.each<[string, Candidate[], string[]]>([
    ['nobody', [], []],
    ['never a partner that had the request', [candidate('First', { tags: german.tags })], []],
    [
      'nobody from elsewhere without a tag in common',
      [candidate('Far', { country: 'FR', tags: ['Payroll'] })],
      [],
    ],
    [
      'one from elsewhere with a tag in common',
      [candidate('Far', { country: 'FR', tags: ['Backup'] })],
      ['Far'],
    ],
    [
      'tags whatever their capitals and spaces',
      [candidate('Far', { country: 'FR', tags: ['  bAckup '] })],
      ['Far'],
    ],
    [
      'all tags before the country alone',
      [candidate('Near'), candidate('Far', { country: 'FR', tags: german.tags })],
      ['Far', 'Near'],
    ],
    [
      'the country before half of the tags',
      [candidate('Far', { country: 'FR', tags: ['Backup'] }), candidate('Near')],
      ['Near', 'Far'],
    ],
    [
      'who answers before who does not',
      [
        candidate('Silent', { answers: { due: 40, answered: 2 } }),
        candidate('Prompt', { answers: { due: 40, answered: 38 } }),
      ],
      ['Prompt', 'Silent'],
    ],
    [
      'a newcomer between a silent and a prompt partner',
      [
        candidate('A silent', { answers: { due: 40, answered: 2 } }),
        candidate('B new'),
        candidate('C prompt', { answers: { due: 40, answered: 38 } }),
      ],
      ['C prompt', 'B new', 'A silent'],
    ],
    [
      'many answers before a single one',
      [
        candidate('A once', { answers: { due: 1, answered: 1 } }),
        candidate('B often', { answers: { due: 100, answered: 90 } }),
      ],
      ['B often', 'A once'],
    ],
    [
      'each partner once, with its best page',
      [
        candidate('Two', { slug: 'a', country: 'FR', tags: ['Backup'] }),
        candidate('Two', { slug: 'b', country: 'DE', tags: ['Backup'] }),
      ],
      ['Two'],
    ],
    ['three at most', ['D', 'B', 'C', 'A'].map((name) => candidate(name)), ['A', 'B', 'C']],
  ])('%s', (_what, candidates, expected) => {
    expect(names(german, candidates)).toEqual(expected);
  });

  it('takes the page in the customer’s country', () => {
    const pages = [
      candidate('Two', { slug: 'a', country: 'FR', tags: ['Backup'] }),
      candidate('Two', { slug: 'b', country: 'DE', tags: ['Backup'] }),
    ];
    expect(suggestPartners(german, pages)[0]?.candidate.slug).toBe('b');
  });

  it('suggests nobody when nothing is known of the request', () => {
    const unknown = { country: null, tags: [], exceptOrganizationIds: [] };
    expect(suggestPartners(unknown, [candidate('Near', { tags: ['Backup'] })])).toEqual([]);
  });
});

describe('LC-3: the reasons that customers read', () => {
  const reasonsOf = (columns: Partial<Candidate>) =>
    suggestPartners(german, [candidate('One', columns)])[0]?.reasons;

  it.each<[string, Partial<Candidate>, unknown[]]>([
    ['the country', {}, [{ kind: 'country', country: 'DE' }]],
    [
      'the tags in common, as the partner writes them, each once',
      { country: 'FR', tags: ['BACKUP', 'backup', 'Payroll'] },
      [{ kind: 'tags', tags: ['BACKUP'] }],
    ],
    [
      'answers, rounded down',
      { answers: { due: 100, answered: 99 } },
      [
        { kind: 'country', country: 'DE' },
        { kind: 'answers', ofTen: 9 },
      ],
    ],
    [
      'all answers',
      { answers: { due: 10, answered: 10 } },
      [
        { kind: 'country', country: 'DE' },
        { kind: 'answers', ofTen: 10 },
      ],
    ],
    [
      'no answers of too few requests',
      { answers: { due: 9, answered: 9 } },
      [{ kind: 'country', country: 'DE' }],
    ],
    ['no poor rate', { answers: { due: 100, answered: 49 } }, [{ kind: 'country', country: 'DE' }]],
  ])('%s', (_what, columns, expected) => {
    expect(reasonsOf(columns)).toEqual(expected);
  });

  it('holds its promises for any candidates, in any order', () => {
    const tag = fc.constantFrom('Backup', 'backup', 'Migration', 'Payroll', 'İ', '');
    const one = fc.record({
      name: fc.constantFrom('First', 'A', 'B', 'C', 'D', 'E'),
      country: fc.constantFrom('DE', 'FR'),
      slug: fc.string(),
      tags: fc.array(tag, { maxLength: 4 }),
      due: fc.nat(50),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one), (list) => {
        const candidates = list.map(({ name, due, share, ...columns }) =>
          candidate(name, { ...columns, answers: { due, answered: Math.floor(due * share) } }),
        );
        const suggestions = suggestPartners(german, candidates);
        const ids = suggestions.map((suggestion) => suggestion.candidate.organizationId);
        expect(ids.length).toBeLessThanOrEqual(mostSuggestions);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain('First');
        for (const { reasons } of suggestions) expect(reasons.length).toBeGreaterThan(0);
        const again = suggestPartners(german, candidates.toReversed());
        expect(again.map(({ candidate: { organizationId } }) => organizationId)).toEqual(ids);
      }),
    );
  });

  it('compares tags by what they say', () => {
    expect(keyOf('  Cloud\u00a0  Migration ')).toBe('cloud migration');
  });
});
