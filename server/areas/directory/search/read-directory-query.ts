import { isCountryCode, toCountryCode } from '../../../../contract/countries.ts';
import { keyOfCode } from '../../../../contract/vocabularies/codes.ts';
import {
  type DirectoryQuery,
  distances,
  type FacetName,
  mostPages,
  type SortOrder,
  sortOrders,
  usualDistance,
} from './directory-page.ts';
import { primaryLanguage } from './filters.ts';

/** Why a part of a query was left out: it means nothing here, or there is too little or too much of it. */
export type NoticeKind = 'unknown' | 'too-short' | 'too-long' | 'too-many' | 'too-far' | 'needs-near';

/** What the reader left out of a query, for the customer to know (DI-2). */
export interface QueryNotice {
  readonly parameter: string;
  readonly kind: NoticeKind;
  /** What was left out, cut to a length that can be shown; undefined where there is too much of it. */
  readonly value?: string;
}

/** A query as far as it can be understood. */
export interface ReadQuery {
  /** `near` is null: the gazetteer knows which place the words mean. */
  readonly query: DirectoryQuery;
  /** The words for the place to search near; null without one. */
  readonly nearWords: string | null;
  readonly notices: readonly QueryNotice[];
}

/** Says whether a value of a vocabulary, a language or a badge exists. */
export type IsKnownValue = (facet: FacetName, value: string) => boolean;

/** Parameters as they come: a name may be missing, there once, or several times. */
export type RawParameters = Readonly<Record<string, unknown>>;

const fewestCharacters = 2;
const mostCharacters = 100;
/** Values of one filter; more are nobody's choice. */
const mostValues = 50;
/** Of a value that is told back. */
const mostShown = 60;
/** Ten digits are more than any budget. */
const amount = /^\d{1,10}$/;

/**
 * Reads what stands in the address of a search (DI-2). Whatever it is, there is a query: what is not understood is left
 * out, with a notice. Never throws, and takes time in proportion to the input.
 */
export function readDirectoryQuery(raw: RawParameters, isKnown: IsKnownValue): ReadQuery {
  const notices: QueryNotice[] = [];
  const reader = new ParameterReader(raw, notices);
  const nearWords = reader.text('near');
  const keys = (facet: FacetName) =>
    reader.values(facet, (value) => {
      const key = keyOfCode(value);
      return isKnown(facet, key) ? key : undefined;
    });
  const query: DirectoryQuery = {
    words: reader.text('q'),
    country: reader.value('country', (value) => {
      const code = toCountryCode(value);
      return isCountryCode(code) ? code : undefined;
    }),
    near: null,
    withinKm:
      reader.value('within', (value) => distances.find((km) => String(km) === value)) ?? usualDistance,
    industry: keys('industry'),
    product: keys('product'),
    service: keys('service'),
    solution: keys('solution'),
    size: reader.value('size', (value) => {
      const key = keyOfCode(value);
      return isKnown('size', key) ? key : undefined;
    }),
    language: reader.value('language', (value) => {
      const language = primaryLanguage(value);
      return isKnown('language', language) ? language : undefined;
    }),
    badge: reader.value('badge', (value) => (isKnown('badge', value) ? value : undefined)),
    budget: reader.value('budget', (value) => (amount.test(value) ? Number(value) : undefined)),
    sort: reader.value('sort', readSort(nearWords !== null, notices)) ?? 'best',
    page: readPage(reader, notices),
  };
  return { query, nearWords, notices };
}

function readSort(hasNear: boolean, notices: QueryNotice[]): (value: string) => SortOrder | undefined {
  return (value) => {
    const order = sortOrders.find((one) => one === value);
    if (order !== 'distance' || hasNear) return order;
    notices.push({ parameter: 'sort', kind: 'needs-near', value });
    return 'best';
  };
}

/** Far beyond the last page is the last one that there can be. */
function readPage(reader: ParameterReader, notices: QueryNotice[]): number {
  const page = reader.value('page', (value) => (/^[1-9]\d*$/.test(value) ? Number(value) : undefined)) ?? 1;
  if (page <= mostPages) return page;
  notices.push({ parameter: 'page', kind: 'too-far' });
  return mostPages;
}

/** Reads parameters one by one, and notes what it leaves out. */
class ParameterReader {
  readonly #raw: RawParameters;
  readonly #notices: QueryNotice[];

  constructor(raw: RawParameters, notices: QueryNotice[]) {
    this.#raw = raw;
    this.#notices = notices;
  }

  /** Words, without signs that nobody sees; null without any, or with too few characters. Too long ones are cut. */
  text(parameter: string): string | null {
    const [given = ''] = this.#given(parameter);
    const text = cleaned(given);
    const characters = [...text.slice(0, 2 * mostCharacters + 2)];
    if (text === '') return null;
    if (characters.length < fewestCharacters) return this.#leaveOut(parameter, 'too-short', text);
    if (characters.length <= mostCharacters) return text;
    this.#notices.push({ parameter, kind: 'too-long' });
    return characters.slice(0, mostCharacters).join('').trim();
  }

  /** What the first value means; null without one that means anything. An empty one is a field that was left alone. */
  value<Value>(parameter: string, read: (value: string) => Value | undefined): Value | null {
    const [first = ''] = this.#given(parameter);
    const value = cleaned(first);
    if (value === '') return null;
    return (
      (value.length > mostCharacters ? undefined : read(value)) ?? this.#leaveOut(parameter, 'unknown', value)
    );
  }

  /** What the values mean, each once. */
  values(parameter: string, read: (value: string) => string | undefined): string[] {
    const found = new Set<string>();
    const given = new Set(this.#given(parameter));
    if (given.size > mostValues) this.#notices.push({ parameter, kind: 'too-many' });
    for (const one of [...given].slice(0, mostValues)) {
      const value = cleaned(one);
      const key = value.length > mostCharacters ? undefined : read(value);
      if (key !== undefined) found.add(key);
      else if (value !== '') this.#leaveOut(parameter, 'unknown', value);
    }
    return [...found];
  }

  #given(parameter: string): string[] {
    const value = Object.hasOwn(this.#raw, parameter) ? this.#raw[parameter] : undefined;
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.filter((one) => typeof one === 'string');
  }

  #leaveOut(parameter: string, kind: NoticeKind, value: string): null {
    this.#notices.push({
      parameter,
      kind,
      value: [...value.slice(0, 2 * mostShown)].slice(0, mostShown).join(''),
    });
    return null;
  }
}

/** Without control characters, directions and halves of characters, which nobody types, and with simple spaces. */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
