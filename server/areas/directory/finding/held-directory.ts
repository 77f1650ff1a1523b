import { setImmediate as letOthers } from 'node:timers/promises';
import { languages } from '../../../../contract/languages/lists.ts';
import { keyOfCode } from '../../../../contract/vocabularies/codes.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import type { Logger } from '../../../platform/log.ts';
import { dayOf, isAway } from '../../profiles/index.ts';
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
/** Searches wait while a directory of this size is reloaded; a larger one is reloaded while they go on. */
const fewPages = 2000;
/** After loading this many pages, other requests get a turn. */
const pagesAtOnce = 50;
/** The order of equal pages changes weekly: its keys are made this long before. */
const aheadMilliseconds = 6 * 3_600_000;
const keysAtOnce = 500;

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
  private loading: Promise<Held> | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Logger,
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
    const held = this.held ? await this.catchUp(this.held) : await this.loadOnce();
    this.held = held;
    this.lookedAt = lookedAt;
    held.index.prepareWeek(this.clock.now().getTime() + aheadMilliseconds, keysAtOnce);
    return held;
  }

  private async catchUp(held: Held): Promise<Held> {
    const moment = await this.read((tx) => this.takeChanges(tx, held));
    if (this.isOutdated(held, moment.vocabulary)) {
      const loading = this.loadOnce();
      if (held.index.size <= fewPages) return loading;
      loading.then(
        (fresh) => {
          this.held = fresh;
        },
        (error: unknown) => this.log.error({ err: error }, 'the directory could not be reloaded'),
      );
    }
    // Unless it was reloaded meanwhile.
    if (this.held !== undefined && this.held !== held) return this.held;
    return { ...held, from: moment.from, version: versionOf(moment, held) };
  }

  private read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(work);
  }

  /** Takes in what changed since the directory was looked at. */
  private async takeChanges(tx: Transaction, held: Held): Promise<repo.DirectoryMoment> {
    const moment = await repo.unscopedFindMoment(tx, held.from);
    const pages = await repo.unscopedListPages(tx, moment.changed);
    const found = new Set(pages.map(({ id }) => id));
    for (const id of moment.changed) if (!found.has(id)) held.index.remove(id);
    for (const page of pages) held.index.put(pageOf(page, held.vocabularies, held.day));
    return moment;
  }

  /** Who is away changes with the day, and what tags are called with the vocabularies. */
  private isOutdated(held: Held, vocabulary: string): boolean {
    const isOld = performance.now() - held.loadedAt > mostMilliseconds;
    return isOld || held.day !== this.today() || held.vocabulary !== vocabulary;
  }

  private today(): string {
    return dayOf(this.clock.now());
  }

  private loadOnce(): Promise<Held> {
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(): Promise<Held> {
    const day = this.today();
    const { moment, vocabularies, pages } = await this.read(async (tx) => ({
      moment: await repo.unscopedFindMoment(tx, firstTransaction),
      vocabularies: await listVocabularies(tx),
      pages: await repo.unscopedListPages(tx, 'all'),
    }));
    const index = new DirectoryIndex();
    for (const [at, page] of pages.entries()) {
      index.put(pageOf(page, vocabularies, day));
      if (at % pagesAtOnce === 0) await letOthers();
    }
    while (!index.prepareWeek(this.clock.now().getTime(), keysAtOnce)) await letOthers();
    const { from, vocabulary } = moment;
    const held = { index, vocabularies, from, vocabulary, day, loadedAt: performance.now() };
    return { ...held, version: versionOf(moment, held) };
  }
}

const versionOf = (
  { version }: repo.DirectoryMoment,
  { day, vocabulary }: Pick<Held, 'day' | 'vocabulary'>,
) => `${version}-${day}-${vocabulary}`;

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
    isAvailable: !isAway(row.unavailable_until, today),
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
