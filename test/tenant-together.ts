import type { Db } from '../server/platform/database/database.ts';
import { newId } from '../server/platform/ids.ts';

/** A tenant, with somebody and a lead in it. */
interface Together {
  readonly organizationId: string;
  readonly personId: string;
  readonly leadId: string;
  readonly at: Date;
}

/** What people noted about a lead, and begin their replies with. */
export async function insertActivities(
  db: Db,
  { organizationId, personId, leadId, at }: Together,
): Promise<void> {
  const own = { organization_id: organizationId, id: newId() };
  await db
    .insertInto('lead_activity')
    .values({
      ...{ ...own, lead_id: leadId, kind: 'note', at, text: 'Called.', created_at: at },
      ...{ author_kind: 'person', author_person_id: personId, author_name: 'Erika' },
    })
    .execute();
  await db
    .insertInto('reply_template')
    .values({
      ...{ ...own, owner_id: personId, shared: false, name: 'Hello', subject: 'Hello', text: 'Hello' },
      updated_at: at,
    })
    .execute();
}

/** Rules that give leads to people, what they could not give, and who is away. */
export async function insertSharing(
  db: Db,
  { organizationId, personId, leadId, at }: Together,
): Promise<void> {
  const own = { organization_id: organizationId };
  const rule = { ...own, rule_id: newId() };
  await db
    .insertInto('sharing_rules')
    .values({ ...own, updated_at: at, updated_by: 'Erika', revision: newId() })
    .execute();
  await db
    .insertInto('sharing_rule')
    .values({
      ...{ ...own, id: rule.rule_id, place: 0, name: 'All', location_ids: [] },
      ...{ method: 'in-turn', paused: false },
    })
    .execute();
  await db
    .insertInto('sharing_rule_person')
    .values({ ...rule, person_id: personId, place: 0 })
    .execute();
  await db
    .insertInto('lead_to_share')
    .values({ ...rule, lead_id: leadId, since: at, reason: 'full' })
    .execute();
  await db
    .insertInto('lead_escalation')
    .values({ ...own, lead_id: leadId, at })
    .execute();
  await db
    .insertInto('absence')
    .values({ ...own, person_id: personId, from_day: '2026-11-20', until_day: '2026-11-21' })
    .execute();
}
