import type { ImportField } from '../../../../contract/imports/import-fields.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { hasPermission, listColleagues, listWorkplaces, type PersonActor } from '../../identity/index.ts';
import { getPeriods, readCountry } from '../../intake/index.ts';
import type { PolicyPeriods } from '../../leads/index.ts';
import { listLocations, listPartners } from '../../organizations/index.ts';
import { type MappedColumn, RowReader } from '../rows/row-reader.ts';
import { foldWord } from '../rows/values.rules.ts';
import type { ImportRecord } from './imports.repo.ts';

/** What holds for all rows of an import, for a while: whom the file can name, and in whose name it is done. */
export interface ImportForm {
  readonly record: ImportRecord;
  readonly actor: PersonActor;
  readonly reader: RowReader;
  readonly periods: PolicyPeriods;
  readonly headerOf: (field: ImportField) => string | null;
  readonly places: readonly LocationPlace[];
  /** Where people work leads; null: everywhere. */
  readonly workplaces: ReadonlyMap<string, ReadonlySet<string | null>>;
  /** true: the leads go to partners. */
  readonly isForPartners: boolean;
}

/** A location that leads can go to. */
export interface LocationPlace {
  readonly id: string;
  readonly name: string;
  readonly is_default: boolean;
}

/** Most countries come again and again. */
const mostCountries = 5000;

function rememberCountries(): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const code = readCountry(text);
    if (known.size < mostCountries) known.set(text, code);
    return code;
  };
}

/** The columns of the file that fill a field. */
export function mappedColumns({ reading }: Pick<ImportRecord, 'reading'>): MappedColumn[] {
  return reading.fields.flatMap((field, at) =>
    field === null ? [] : [{ column: at + 1, header: reading.headers[at] ?? '', field }],
  );
}

/**
 * Looks up what the rows of an import can name. The transaction must be for its organization.
 * @returns undefined when the person may not import any more
 */
export async function loadForm(
  tx: Transaction,
  record: ImportRecord,
  actor: PersonActor | undefined,
  now: Date,
): Promise<ImportForm | undefined> {
  if (!actor || !hasPermission(actor, 'importLeads')) return undefined;
  const { organizationId } = actor;
  const isForPartners = actor.organizationKind === 'operator';
  const places = isForPartners ? [] : await listLocations(tx, organizationId);
  const people = isForPartners ? [] : await listColleagues(tx, organizationId);
  const partners = isForPartners ? await listPartners(tx) : undefined;
  const columns = mappedColumns(record);
  const headers = new Map(columns.map(({ field, header }) => [field, header]));
  const { reading, settings } = record;
  const reader = new RowReader({
    headers: reading.headers,
    columns,
    dateOrder: reading.dateOrder,
    decimalSign: reading.decimalSign,
    currency: settings.currency,
    meanings: reading.meanings ?? {},
    now,
    names: {
      findCountry: rememberCountries(),
      locations: byName(places.map(({ id, name }) => [name, id])),
      people: byName(people.flatMap(({ id, name, email }) => [[name, id] as const, [email, id] as const])),
      partners: partners && byName(partners.map(({ id, name }) => [name, id])),
    },
  });
  return {
    record,
    actor,
    reader,
    periods: await getPeriods(tx),
    headerOf: (field) => headers.get(field) ?? null,
    places,
    workplaces: gatherWorkplaces(isForPartners ? [] : await listWorkplaces(tx, organizationId)),
    isForPartners,
  };
}

/** Ids by folded name; null where several have it. */
export function byName(named: readonly (readonly [string, string])[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [name, id] of named) {
    const word = foldWord(name);
    const other = found.get(word);
    found.set(word, other === undefined || other === id ? id : null);
  }
  return found;
}

function gatherWorkplaces(rows: readonly { personId: string; locationId: string | null }[]) {
  const places = new Map<string, Set<string | null>>();
  for (const { personId, locationId } of rows)
    places.set(personId, (places.get(personId) ?? new Set()).add(locationId));
  return places;
}
