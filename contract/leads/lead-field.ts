/** What a field of the table of lead fields says about itself. */
export type LeadField = ContactField | (Presented & (AnyOfField | RangeField | FlagField | UnfilteredField));

/** What a reader without the contact may not know has neither filter nor order: both would tell (LC-4, IN-6). */
interface ContactField {
  readonly type: 'text';
  /** true: empty while the contact must not be shown. */
  readonly contact: true;
  readonly exported: Exported;
  readonly filter?: undefined;
  readonly sort?: undefined;
  readonly cell?: undefined;
}

/** Where everybody who may see the lead meets the field. */
interface Presented {
  readonly contact?: undefined;
  readonly sort?: Sort;
  /** The column of the grid that shows it; what is remembered of people's choices knows it by this name. */
  readonly cell?: string;
  readonly exported?: Exported;
}

/** Its columns of the export with their places in the file: a new one takes the next, because programs may count. */
type Exported = Readonly<Record<string, number>>;

/** The list can be sorted by it: an index of the database begins with organization and tab and ends with the id. */
interface Sort {
  /** Its place among the orders. */
  readonly at: number;
  /** true: the first click on the column sorts downwards. */
  readonly descendsFirst?: true;
}

interface Filter {
  /** What its parameters are called, where the field is called otherwise. */
  readonly name?: string;
  /** Its place in the panel and among the chips: what decides first comes first. */
  readonly panel: number;
  /** true: its group is open at first. */
  readonly opened?: true;
}

/** One parameter, repeatable: the lead has any of the values, which are counted. */
export type AnyOfField = {
  readonly filter: Filter & {
    readonly by: 'anyOf';
    /**
     * `few` values are counted with those of other filters in one walk through the leads; `many` have a walk of their
     * own when somebody looks at them, and can be narrowed.
     */
    readonly facet: 'few' | 'many';
    /** true: enough values to need a search box. */
    readonly narrows?: true;
    /** What its parameter does not say by itself. */
    readonly hint?: string;
  };
} & (
  | { readonly type: 'country' }
  /** By id; readers see a name. */
  | { readonly type: 'reference' }
  | { readonly type: 'text'; readonly maxCharacters: number }
  | (Choice & { readonly groups?: ValueGroups })
);

/** Values of a filter that stand for several of its field. */
export type ValueGroups = Readonly<Record<string, readonly string[]>>;

/** One of a closed list, which has words. */
interface Choice {
  readonly type: 'choice';
  readonly values: readonly string[];
  /** true: what is stored may be out of date; the rules say what is so at the moment of asking (LC-4). */
  readonly judged?: true;
}

/** Two parameters, `…From` and `…To`, one of which may be missing: whole days, as the reader has them. */
export interface RangeField {
  readonly type: 'moment';
  readonly filter: Filter & { readonly by: 'range' };
}

/** One parameter, `true` or `false`. */
export interface FlagField {
  readonly type: 'flag';
  readonly filter: Filter & { readonly by: 'flag' };
}

type UnfilteredField = { readonly filter?: undefined } & (
  | { readonly type: 'id' | 'text' | 'country' | 'day' | 'moment' | 'money' | 'flag' }
  | Choice
);
