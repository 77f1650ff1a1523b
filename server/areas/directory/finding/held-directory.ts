import { languages } from '../../../../contract/languages/lists.ts';
import { keyOfCode } from '../../../../contract/vocabularies/codes.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import {
  type KeptValue,
  type KeptVocabularies,
  labelIn,
  listVocabularies,
} from '../../vocabularies/index.ts';
import type { DirectoryPage, FacetName } from '../search/directory-page.ts';
import { DirectoryIndex } from '../search/held/directory-index.ts';
import * as repo from './directory.repo.ts';

/** What is known of the directory at one moment. */
export interface Directory {
  readonly index: DirectoryIndex;
  readonly vocabularies: KeptVocabularies;
  /** The same on every machine that knows the same pages. */
  readonly version: string;
}

/** The directory is asked about changes at most this often: what is published is found within a second. */
const freshMilliseconds = 1000;
/** Changes are kept in the log for longer than this. */
const mostMilliseconds = 12 * 3_600_000;
const firstTransaction = '3';

interface Held extends Directory {
  readonly from: string;
  readonly vocabulary: string;
  readonly day: string;
  readonly loadedAt: number;
}

/** All published pages in the memory of this process, brought up to date when somebody searches (057). */
export class HeldDirectory {
  private held: Held | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private looking: Promise<Directory> | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The directory as it was a second ago at the earliest. */
  current(): Promise<Directory> {
    if (this.held && performance.now() - this.lookedAt < freshMilliseconds) return Promise.resolve(this.held);
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async look(): Promise<Directory> {
    const lookedAt = performance.now();
    const today = this.clock.now().toISOString().slice(0, 10);
    const held = await this.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => this.bringUpToDate(tx, today));
    this.held = held;
    this.lookedAt = lookedAt;
    return held;
  }

  private async bringUpToDate(tx: Transaction, today: string): Promise<Held> {
    const { held } = this;
    const moment = await repo.unscopedFindMoment(tx, held?.from ?? firstTransaction);
    const { from, vocabulary } = moment;
    const version = `${moment.version}-${today}-${vocabulary}`;
    const isKnown =
      held !== undefined &&
      held.vocabulary === vocabulary &&
      held.day === today &&
      performance.now() - held.loadedAt < mostMilliseconds;
    if (!isKnown) return this.load(tx, { from, vocabulary, version, day: today });
    const pages = await repo.unscopedListPages(tx, moment.changed);
    const found = new Set(pages.map(({ id }) => id));
    for (const id of moment.changed) if (!found.has(id)) held.index.remove(id);
    for (const page of pages) held.index.put(pageOf(page, held.vocabularies, today));
    return { ...held, from, version };
  }

  private async load(
    tx: Transaction,
    of: Pick<Held, 'from' | 'vocabulary' | 'version' | 'day'>,
  ): Promise<Held> {
    const vocabularies = await listVocabularies(tx);
    const index = new DirectoryIndex();
    for (const page of await repo.unscopedListPages(tx, 'all')) index.put(pageOf(page, vocabularies, of.day));
    return { ...of, index, vocabularies, loadedAt: performance.now() };
  }
}

/** Under which filter the values of a vocabulary are searched. */
export const vocabularyOfFacet = {
  industry: 'industries',
  product: 'products',
  service: 'services',
  solution: 'solutions',
  size: 'customerSizes',
} as const satisfies Partial<Record<FacetName, string>>;

function pageOf(row: repo.PageRow, vocabularies: KeptVocabularies, today: string): DirectoryPage {
  const tagsOf = (name: 'industries' | 'products' | 'services' | 'solutions') =>
    found(vocabularies.get(name)?.values ?? [], row[name]);
  const tags = {
    industries: tagsOf('industries'),
    products: tagsOf('products'),
    services: tagsOf('services'),
    solutions: tagsOf('solutions'),
  };
  const budget = Number(row.budget_from);
  return {
    id: row.id,
    organizationId: row.organization_id,
    profileId: row.profile_id,
    name: row.name,
    city: row.city,
    country: row.country,
    point:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    description: row.description,
    industries: keysOf(tags.industries),
    products: keysOf(tags.products),
    services: keysOf(tags.services),
    solutions: keysOf(tags.solutions),
    tagWords: Object.values(tags).flatMap((values) =>
      values.flatMap((value) => languages.map((language) => labelIn(value, language))),
    ),
    freeTags: row.skills,
    offerNames: row.offers,
    badges: [],
    languages: row.languages,
    sizes: row.customer_sizes.map(keyOfCode),
    optsOut: row.opt_out_of_other_sizes,
    budgetFrom: budget < 0 ? null : budget / 100,
    isAvailable: row.unavailable_until === null || row.unavailable_until < today,
    publishedAt: row.first_published_at.getTime(),
    // Requests are counted, and visibility earned, with the ranking that looks at them.
    countedRequests: 0,
    trialImpressions: 0,
    trialEndedAt: null,
    multiplier: 1,
  };
}

/** The values of these codes, and what retired ones are found through (VO-1). */
function found(values: readonly KeptValue[], codes: readonly string[]): KeptValue[] {
  const byKey = new Map(values.map((value) => [value.key, value]));
  return codes.flatMap((code) => {
    const value = byKey.get(keyOfCode(code));
    const replacement = value?.replacedBy ? byKey.get(value.replacedBy) : undefined;
    return [value, replacement].filter((one) => one !== undefined);
  });
}

const keysOf = (values: readonly KeptValue[]) => [...new Set(values.map(({ key }) => key))];
