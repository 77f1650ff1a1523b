import { sql } from 'kysely';
import type { AbsenceDays } from '../../../contract/working-time/absences.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { localDay } from '../../platform/local-day.ts';
import { findWorkingCalendar } from './working-calendar.repo.ts';

/** When somebody is away. */
export interface KeptAbsence extends AbsenceDays {
  readonly personId: string;
}

/** The day that it is where the organization works: by its working calendar, else in UTC. */
export async function findWorkingDay(tx: Transaction, organizationId: string, now: Date): Promise<string> {
  return localDay(now, (await findWorkingCalendar(tx, organizationId))?.timeZone);
}

/** Who is away on that day or later, the earliest first (WT-2). */
export async function listAbsences(
  tx: Transaction,
  organizationId: string,
  day: string,
): Promise<KeptAbsence[]> {
  const rows = await tx
    .selectFrom('absence')
    .select(['person_id', 'from_day', 'until_day'])
    .where('organization_id', '=', organizationId)
    .where('until_day', '>=', day)
    .orderBy('from_day')
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id, from_day, until_day }) => ({
    personId: person_id,
    from: from_day,
    until: until_day,
  }));
}

/** The same by person. */
export async function findAbsences(
  tx: Transaction,
  organizationId: string,
  day: string,
): Promise<Map<string, AbsenceDays>> {
  const kept = await listAbsences(tx, organizationId, day);
  return new Map(kept.map(({ personId, ...days }) => [personId, days]));
}

/** Sets when somebody is away, in place of any absence before. */
export async function saveAbsence(
  tx: Transaction,
  organizationId: string,
  { personId, from, until }: KeptAbsence,
): Promise<void> {
  const days = { from_day: from, until_day: until };
  await tx
    .insertInto('absence')
    .values({ organization_id: organizationId, person_id: personId, ...days })
    .onConflict((conflict) => conflict.columns(['organization_id', 'person_id']).doUpdateSet(days))
    .execute();
}

/** @returns false when there was none */
export async function deleteAbsence(
  tx: Transaction,
  organizationId: string,
  personId: string,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('absence')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** What a member of the organization is called; undefined: nobody there has that id. */
export async function findMemberName(
  tx: Transaction,
  organizationId: string,
  personId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('person')
    .select('person.name')
    .where('person.id', '=', personId)
    .where('person.disabled_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .select(sql`1`.as('one'))
          .where('membership.organization_id', '=', organizationId)
          .whereRef('membership.person_id', '=', 'person.id'),
      ),
    )
    .executeTakeFirst();
  return row?.name;
}
