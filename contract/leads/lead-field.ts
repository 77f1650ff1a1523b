/** One field in the table of lead fields. */
export type LeadField =
  | ContactField
  | (Presented & (AnyOfField | RangeField | WithinField | FlagField | UnfilteredField));

/**
 * Part of the contact: neither filtered nor sorted by, which would give it away to readers who may not see it (LC-4,
 * IN-6).
 */
interface ContactField {
  readonly type: 'text';
  /** true: empty while the contact must not be shown. */
  readonly contact: true;
  readonly exported: Exported;
  /** The grid column that shows it while the contact may be shown. */
  readonly cell?: string;
  readonly filter?: undefined;
  readonly sort?: undefined;
}

/** Where everyone who may see the lead finds the field. */
interface Presented {
  readonly contact?: undefined;
  readonly sort?: Sort;
  /** The grid column that shows it; people's saved choices refer to it by this name. */
  readonly cell?: string;
  readonly exported?: Exported;
}

/** Its columns in the export with their positions: a new one goes last, because programs may count columns. */
type Exported = Readonly<Record<string, number>>;

/** The list can be sorted by it: an index starts with organization and tab and ends with the id. */
interface Sort {
  /** Its position among the sort orders. */
  readonly at: number;
  /** true: the first click on the column sorts in descending order. */
  readonly descendsFirst?: true;
}

interface Filter {
  /** The name of its parameters, if it differs from the field's. */
  readonly name?: string;
  /** The name that it had in addresses that people may have kept. */
  readonly formerly?: string;
  /** Its position in the panel and among the chips: the most decisive first. */
  readonly panel: number;
  /** true: its group starts open. */
  readonly opened?: true;
  /** true: only qualified leads have values; the panel shows it where they are listed and some of them have one. */
  readonly ofQualified?: true;
}

/** One repeatable parameter: matches leads with any of the values, which are counted. */
export type AnyOfField = {
  readonly filter: Filter & {
    readonly by: 'anyOf';
    /**
     * `few`: the values are counted with those of other filters in one pass through the leads; `many`: in a separate
     * pass when someone looks at them, and they can be narrowed.
     */
    readonly facet: 'few' | 'many';
    /** true: enough values to need a search box. */
    readonly narrows?: true;
    /** What the parameter's name does not say. */
    readonly hint?: string;
  };
} & (
  | { readonly type: 'country' }
  /** By id; readers see a name. */
  | {
      readonly type: 'reference';
      /** Words that the filter takes in place of an id: `me`, the person who asks, and `nobody`, for none. */
      readonly standIns?: readonly ['me', 'nobody'];
    }
  /** `named`: by a code; readers see a name, if it has one. */
  | { readonly type: 'text'; readonly maxCharacters: number; readonly named?: true }
  | (Choice & {
      readonly groups?: ValueGroups;
      /** The filter's value for leads without a value. */
      readonly none?: string;
    })
);

/** Filter values that each cover several values of the field. */
export type ValueGroups = Readonly<Record<string, readonly string[]>>;

/** A value from a closed list, each with its words. */
interface Choice {
  readonly type: 'choice';
  readonly values: readonly string[];
  /** true: the stored value may be out of date; the rules decide at the time of the request (LC-4). */
  readonly judged?: true;
}

/**
 * Two parameters, `…From` and `…To`, either of which may be missing. For moments, whole days in the reader's time zone;
 * for days, the days themselves; for money, amounts in US dollars, which other currencies are compared with by their
 * approximate worth.
 */
export interface RangeField {
  readonly type: 'moment' | 'day' | 'money';
  readonly filter: Filter & { readonly by: 'range' };
}

/** One parameter, a number of hours: matches leads to be answered whose moment comes within them. */
export interface WithinField {
  readonly type: 'moment';
  readonly filter: Filter & {
    readonly by: 'within';
    readonly mostHours: number;
    /** What the panel offers; the address may hold others. */
    readonly offeredHours: readonly number[];
  };
}

/** One parameter, `true` or `false`. */
export interface FlagField {
  readonly type: 'flag';
  /** true: not stored; the rules decide at the time of the request. */
  readonly judged?: true;
  readonly filter: Filter & { readonly by: 'flag' };
}

type UnfilteredField = { readonly filter?: undefined } & (
  | { readonly type: 'id' | 'text' | 'country' | 'day' | 'moment' | 'money' | 'flag' }
  | Choice
);
