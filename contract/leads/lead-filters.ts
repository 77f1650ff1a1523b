import type { AnyOfField, FlagField, RangeField, WithinField } from './lead-field.ts';
import { type LeadFields, type LeadFieldWith, leadField, leadFieldNames, leadFields } from './lead-fields.ts';

/** The filters of the lead list and their parameters (WS-3), derived from the table of lead fields. */

/** A record with an entry for each name. */
export function recordOf<Name extends string, T>(names: readonly Name[], make: (name: Name) => T) {
  // `Object.fromEntries` loses the keys' types.
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
}

type Operator = (AnyOfField | RangeField | WithinField | FlagField)['filter']['by'];
type FieldBy<By extends Operator> = LeadFieldWith<{ readonly filter: { readonly by: By } }>;
type NameOf<Field extends FieldBy<Operator>> = LeadFields[Field]['filter'] extends {
  readonly name: infer Given extends string;
}
  ? Given
  : Field;

type NamesOf<Field extends FieldBy<Operator>> = { [F in Field]: NameOf<F> }[Field];

/** The filters, or only those with the given operator. */
export type LeadFilterName<By extends Operator = Operator> = NamesOf<FieldBy<By>>;
export type AnyOfName = LeadFilterName<'anyOf'>;
export type RangeName = LeadFilterName<'range'>;
export type WithinName = LeadFilterName<'within'>;
export type FlagName = LeadFilterName<'flag'>;

/** The field that each filter compares. */
export const fieldOfFilter = Object.fromEntries(
  leadFieldNames.flatMap((name) => {
    const { filter } = leadField(name);
    return filter === undefined ? [] : [[filter.name ?? name, name]];
  }),
) as { readonly [Field in FieldBy<Operator> as NameOf<Field>]: Field };

export const leadFilterNames = Object.keys(fieldOfFilter) as readonly LeadFilterName[];
const operatorOf = (name: LeadFilterName) => leadFields[fieldOfFilter[name]].filter.by;
const isAnyOf = (name: LeadFilterName): name is AnyOfName => operatorOf(name) === 'anyOf';
const isRange = (name: LeadFilterName): name is RangeName => operatorOf(name) === 'range';
const isWithin = (name: LeadFilterName): name is WithinName => operatorOf(name) === 'within';
const isFlag = (name: LeadFilterName): name is FlagName => operatorOf(name) === 'flag';
export const anyOfNames = leadFilterNames.filter(isAnyOf);
export const rangeNames = leadFilterNames.filter(isRange);
export const withinNames = leadFilterNames.filter(isWithin);
export const flagNames = leadFilterNames.filter(isFlag);

/** Picks one of the given values by a filter's operator. */
export function byOperator<T>(
  name: LeadFilterName,
  answers: {
    anyOf: (name: AnyOfName) => T;
    range: (name: RangeName) => T;
    within: (name: WithinName) => T;
    flag: (name: FlagName) => T;
  },
): T {
  if (isAnyOf(name)) return answers.anyOf(name);
  if (isRange(name)) return answers.range(name);
  return isWithin(name) ? answers.within(name) : answers.flag(name);
}

/** The field of a filter that takes any of several values, in the type that all such fields share. */
export function anyOfField(name: AnyOfName): AnyOfField {
  return leadFields[fieldOfFilter[name]];
}

/** The field of a filter by a number of hours. */
export function withinField(name: WithinName): WithinField {
  return leadFields[fieldOfFilter[name]];
}

/** Whether a filter's values are counted without being asked for: with many values, that takes a pass of its own. */
export function isCountedUnasked(name: AnyOfName): boolean {
  return anyOfField(name).filter.facet === 'few' || name === 'customerName';
}

/** The filters whose values are ids or codes: readers see names. */
export type NamedName = NamesOf<
  LeadFieldWith<
    { readonly filter: { readonly by: 'anyOf' } } & (
      | { readonly type: 'reference' }
      | { readonly named: true }
    )
  >
>;
export const isNamed = (name: AnyOfName): name is NamedName => {
  const field = anyOfField(name);
  return field.type === 'reference' || (field.type === 'text' && field.named === true);
};

type ChoiceField = LeadFieldWith<{ readonly type: 'choice'; readonly filter: object }>;
/** The filters by closed lists; the words for their values go by the same name. */
export type ChoiceName = NamesOf<ChoiceField>;
export const isChoice = (name: AnyOfName): name is ChoiceName => anyOfField(name).type === 'choice';

/** The values that a closed-list filter accepts: those of its field, the one for none, and groups of them. */
export function takenValues(field: Extract<AnyOfField, { type: 'choice' }>): readonly string[] {
  const { values, groups, none } = field;
  return [...values, ...(none === undefined ? [] : [none]), ...Object.keys(groups ?? {})];
}

/** A filter's values as values of its field: groups are expanded. */
export function ungrouped(name: AnyOfName, values: readonly string[]): string[] {
  const field = anyOfField(name);
  const groups = field.type === 'choice' ? field.groups : undefined;
  return values.flatMap((value) => groups?.[value] ?? [value]);
}

/** The names of a range's parameters. */
export const boundsOf = <Name extends RangeName>(name: Name) =>
  ({ from: `${name}From`, to: `${name}To` }) as const;

export type AmountName = NamesOf<LeadFieldWith<{ readonly type: 'money'; readonly filter: object }>>;
/** Whether a range is one of amounts; otherwise of days. */
export const isAmount = (name: RangeName): name is AmountName =>
  leadFields[fieldOfFilter[name]].type === 'money';
export type DaysName = Exclude<RangeName, AmountName>;
const isOfDays = (name: RangeName): name is DaysName => !isAmount(name);

/** The names that a range's parameters had in addresses that people may have kept. */
export function formerBoundsOf(name: RangeName): { from: string; to: string } | undefined {
  const { formerly }: RangeField['filter'] = leadFields[fieldOfFilter[name]].filter;
  return formerly === undefined ? undefined : { from: `${formerly}From`, to: `${formerly}To` };
}

/** The ranges of amounts. */
export const amountNames = rangeNames.filter(isAmount);
/** The parameters that hold a day. */
export const dayParameters = rangeNames.filter(isOfDays).flatMap((name) => Object.values(boundsOf(name)));
/** The parameters that hold an amount in US dollars. */
export const amountParameters = amountNames.flatMap((name) => Object.values(boundsOf(name)));
/** The most that an amount may be, as for deals. */
export const mostDollars = 1e13;

/** The parameters that may be given only once. */
export const singleParameters = [...dayParameters, ...amountParameters, ...withinNames, ...flagNames];
export type SingleParameter = (typeof singleParameters)[number];
export type LeadParameter = AnyOfName | SingleParameter;

/** The parameters of a filter. */
export function parametersOf(name: LeadFilterName): readonly LeadParameter[] {
  return byOperator<readonly LeadParameter[]>(name, {
    anyOf: (one) => [one],
    range: (one) => Object.values(boundsOf(one)),
    within: (one) => [one],
    flag: (one) => [one],
  });
}

/** The words that a filter takes in place of ids. */
export function standInsOf(name: AnyOfName): readonly string[] {
  const field = anyOfField(name);
  return (field.type === 'reference' ? field.standIns : undefined) ?? [];
}

/** The filters that are set, in the order of the table. */
export function activeFilters(chosen: Readonly<Partial<Record<LeadParameter, unknown>>>): LeadFilterName[] {
  const isSet = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);
  return leadFilterNames.filter((name) => parametersOf(name).some((parameter) => isSet(chosen[parameter])));
}
