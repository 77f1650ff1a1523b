import { describe, expect, it } from 'vitest';
import { comparePair, type LeadTraits, peopleThatShare } from './duplicates.rules.ts';
import { countPeople } from './person-names.rules.ts';
import { makeOrganizations, makePeople, type SyntheticLead, traitsOf } from './synthetic-leads.fixture.ts';

/** Groups leads by shared traits, as the database's indexes find candidates. */
function blocksOf(traits: readonly LeadTraits[]): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  traits.forEach(({ email, phone, name, company }, at) => {
    const keys = [
      email && `mail ${email.key}`,
      phone && `phone ${phone.key}`,
      ...company.map((word) => `company ${word.slice(0, 5)}`),
      name.surname && `person ${name.surname}`,
    ];
    for (const key of keys) {
      if (!key) continue;
      const block = blocks.get(key);
      if (block) block.push(at);
      else blocks.set(key, [at]);
    }
  });
  return blocks;
}

/** A trait shared by more leads than this distinguishes nothing. */
const largestBlock = 200;

/** Each pair of leads with a shared trait, once. */
function candidatesOf(blocks: ReadonlyMap<string, readonly number[]>, leads: number): [number, number][] {
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    if (block.length > largestBlock) continue;
    block.forEach((one, at) => {
      for (const other of block.slice(at + 1)) pairs.add(one * leads + other);
    });
  }
  return [...pairs].map((pair) => [Math.floor(pair / leads), pair % leads]);
}

function pairsOfOne(leads: readonly SyntheticLead[]): number {
  const copies = new Map<number, number>();
  for (const { entity } of leads) copies.set(entity, (copies.get(entity) ?? 0) + 1);
  return [...copies.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function measure(leads: readonly SyntheticLead[]) {
  const compared = leads.map((lead) => ({ lead, traits: traitsOf(lead) }));
  const blocks = blocksOf(compared.map(({ traits }) => traits));
  const counted = new Map<string, number>();
  const people = (key: string) => {
    const known = counted.get(key);
    if (known !== undefined) return known;
    const names = (blocks.get(key) ?? []).flatMap((at) => compared[at]?.traits.name ?? []);
    const count = countPeople(names, peopleThatShare);
    counted.set(key, count);
    return count;
  };
  const shown = candidatesOf(blocks, leads.length).flatMap(([one, other]) => {
    const [left, right] = [compared[one], compared[other]];
    if (!left || !right) return [];
    const sharing = {
      emailPeople: people(`mail ${left.traits.email?.key}`),
      phonePeople: people(`phone ${left.traits.phone?.key}`),
    };
    const { level } = comparePair(left.traits, right.traits, sharing);
    return level === null ? [] : [left.lead.entity === right.lead.entity];
  });
  const right = shown.filter(Boolean).length;
  const precision = right / shown.length;
  const recall = right / pairsOfOne(leads);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

describe('LQ-4: measured on leads that were made up', () => {
  it.each([1, 2])(
    'LQ-4 finds people whatever their slips, seed %i',
    (seed) => {
      const found = measure(makePeople(2000, seed));
      expect(found.precision).toBeGreaterThan(0.98);
      expect(found.f1).toBeGreaterThan(0.975);
    },
    300_000,
  );

  it.each([1, 2])(
    'LQ-4 finds organizations without persons, seed %i',
    (seed) => {
      const found = measure(makeOrganizations(1000, seed));
      expect(found.precision).toBeGreaterThan(0.85);
      expect(found.f1).toBeGreaterThan(0.87);
    },
    300_000,
  );
});
