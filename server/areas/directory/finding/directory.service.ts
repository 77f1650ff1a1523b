import { clipText } from '../../../../contract/cut.ts';
import { cardCharacters } from '../../../../contract/profiles/lists.ts';
import { keyOfCode } from '../../../../contract/vocabularies/codes.ts';
import { openGazetteer, type Place } from '../../../engines/gazetteer/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Logger } from '../../../platform/log.ts';
import { countryName, languageName, type PageLanguage } from '../../partners/index.ts';
import { dayOf } from '../../profiles/index.ts';
import { findValue, type KeptVocabularies, labelOfCode } from '../../vocabularies/index.ts';
import type { DirectoryQuery, FacetName } from '../search/directory-page.ts';
import type { FoundPage, SearchResult } from '../search/held/directory-index.ts';
import {
  type IsKnownValue,
  type QueryNotice,
  type RawParameters,
  readDirectoryQuery,
} from '../search/read-directory-query.ts';
import * as repo from './directory.repo.ts';
import { type Directory, HeldDirectory, vocabularyOfFacet } from './held-directory.ts';

/** A partner in a result (DI-3): neither a phone number nor an address. */
export interface Card {
  readonly id: string;
  readonly slug: string;
  readonly country: string;
  readonly city: string;
  readonly name: string;
  /** The first 160 characters of the description. */
  readonly beginning: string;
  /** At most five, those that were searched for first. */
  readonly tags: readonly string[];
  readonly languages: readonly string[];
  readonly logoId: string | null;
  /** Kilometers; null without a place to search near. */
  readonly distance: number | null;
  readonly isOnTrial: boolean;
}

/** A value that can be chosen, in the words of the reader. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
}

/** What a search page shows (DI-2). */
export interface SearchView {
  readonly query: DirectoryQuery;
  readonly notices: readonly QueryNotice[];
  /** As it was typed; null: searched everywhere. */
  readonly nearWords: string | null;
  readonly near: Place | null;
  /** Places that may be meant, when it is not clear which. */
  readonly candidates: readonly Place[];
  readonly result: SearchResult;
  readonly cards: readonly Card[];
  readonly facets: readonly { readonly name: FacetName; readonly choices: readonly Choice[] }[];
  readonly version: string;
}

/** In this order beside the results; badges come with what grants them. */
const shownFacets = [
  'country',
  'industry',
  'product',
  'service',
  'solution',
  'size',
  'language',
] as const satisfies readonly FacetName[];
const mostTags = 5;

/** The public search for partners (DI-1 to DI-3). */
export class DirectoryService {
  private readonly held: HeldDirectory;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    log: Logger,
  ) {
    this.held = new HeldDirectory(db, clock, log);
  }

  /** Searches by what an address says; whatever that is, there is a page. */
  async search(raw: RawParameters, language: PageLanguage): Promise<SearchView> {
    const directory = await this.held.current();
    const read = readDirectoryQuery(raw, knownIn(directory));
    const { nearWords } = read;
    const country = read.query.country ?? undefined;
    const meant =
      nearWords === null
        ? { candidates: [] }
        : (await openGazetteer()).findNear(nearWords, country === undefined ? {} : { country });
    const near = 'place' in meant ? meant.place : null;
    const query = { ...read.query, near };
    const result = directory.index.search(query, this.clock.now().getTime());
    return {
      query,
      notices: read.notices,
      nearWords,
      near,
      candidates: 'place' in meant ? [] : meant.candidates,
      result,
      cards: await this.listCards(result.found, directory.vocabularies, language),
      facets: shownFacets.map((name) => ({
        name,
        choices: choicesOf(name, result, query, { vocabularies: directory.vocabularies, language }),
      })),
      version: directory.version,
    };
  }

  /** What changes with every change of a page: for caches. */
  async version(): Promise<string> {
    return (await this.held.current()).version;
  }

  /** How many pages search engines may list. */
  async count(): Promise<number> {
    return (await this.held.current()).index.size;
  }

  /** Addresses of pages, for search engines. */
  addresses(offset: number, most: number) {
    return repo.unscopedListAddresses(this.db, { day: dayOf(this.clock.now()), offset, most });
  }

  private async listCards(
    found: readonly FoundPage[],
    vocabularies: KeptVocabularies,
    language: PageLanguage,
  ): Promise<Card[]> {
    const rows = await repo.unscopedListCards(
      this.db,
      found.map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return found.flatMap((page) => {
      const row = byId.get(page.id);
      return row ? [cardOf(row, page, vocabularies, language)] : [];
    });
  }
}

function knownIn({ vocabularies }: Directory): IsKnownValue {
  return (facet, value) => {
    if (facet === 'language') return isLanguage(value);
    const name =
      facet in vocabularyOfFacet ? vocabularyOfFacet[facet as keyof typeof vocabularyOfFacet] : undefined;
    return name !== undefined && findValue(vocabularies.get(name)?.values ?? [], value) !== undefined;
  };
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    return false;
  }
}

function cardOf(
  row: repo.CardRow,
  { distance, isOnTrial, chosenTags, matchedLabels }: FoundPage,
  vocabularies: KeptVocabularies,
  language: PageLanguage,
): Card {
  const labelled = (['industries', 'products', 'services', 'solutions'] as const).flatMap((name) =>
    row[name].map((code) => ({
      key: keyOfCode(code),
      label: labelOfCode(vocabularies.get(name)?.values, code, language),
    })),
  );
  const chosen = labelled.filter(({ key }) => chosenTags.includes(key)).map(({ label }) => label);
  const all = [...labelled.map(({ label }) => label), ...row.skills];
  const matched = all.filter((label) => matchedLabels.includes(label));
  return {
    id: row.id,
    slug: row.slug,
    country: row.country,
    city: row.city,
    name: row.name,
    beginning: beginningOf(row.description),
    tags: [...new Set([...chosen, ...matched, ...all])].slice(0, mostTags),
    languages: row.languages,
    logoId: row.logo_id,
    distance,
    isOnTrial,
  };
}

/** The first characters of a text, in one line, without half a word. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if ([...line].length <= cardCharacters) return line;
  const clipped = clipText(line, cardCharacters - 1);
  const space = clipped.lastIndexOf(' ');
  return `${space > cardCharacters / 2 ? clipped.slice(0, space) : clipped}…`;
}

function choicesOf(
  name: FacetName,
  { facets }: SearchResult,
  query: DirectoryQuery,
  { vocabularies, language }: { readonly vocabularies: KeptVocabularies; readonly language: PageLanguage },
): Choice[] {
  const asked = query[name as 'industry' | 'country'];
  const chosen = new Set(asked === null ? [] : Array.isArray(asked) ? asked : [asked]);
  return facets[name].map(({ value, count }) => ({
    value,
    count,
    label: labelOf(name, value, vocabularies, language),
    isChosen: chosen.has(value),
  }));
}

/** The value of a filter in the words of the reader. */
function labelOf(
  name: FacetName,
  value: string,
  vocabularies: KeptVocabularies,
  language: PageLanguage,
): string {
  if (name === 'country') return countryName(value, language);
  if (name === 'language') return languageName(value, language);
  if (name === 'badge') return value;
  return labelOfCode(vocabularies.get(vocabularyOfFacet[name])?.values, value, language);
}
