import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../test/database.ts';
import { Factories } from '../../../../test/factories.ts';
import { inOrganization, type Transaction } from '../../../platform/database/database.ts';
import {
  type PartnerLeadFilters,
  unscopedFindPartnerLead,
  unscopedListPartnerLeads,
} from './partner-leads.repo.ts';

/** The cost of a page is measured in rows read, so the result holds on any machine. */

const leads = 20_000;
const now = new Date('2026-11-20T10:00:00.000Z');
const database = useTestDatabase();
let operatorId: string;
let partnerId: string;
let oneId: string;

beforeAll(async () => {
  const make = new Factories(database.ownerDb, () => now);
  operatorId = (await make.organization('operator', 'Vendor')).id;
  partnerId = (await make.partner('Contoso')).id;
  const other = await make.partner('Fabrikam');
  // Two of three leads are the other partner's; one in seven is in each state; one in fifty is hot.
  await sql`alter table lead disable trigger user`.execute(database.ownerDb);
  await sql`
    insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                      checks_pending, status, received_at, updated_at, expires_at, hot_until)
    select case when n % 3 = 0 then ${partnerId}::uuid else ${other.id}::uuid end, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe',
           'api', 'Made by a test.', true, false,
           (array['Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError'])[1 + n % 7],
           ${now}::timestamptz - make_interval(mins => n), ${now}, ${now}::timestamptz + interval '1 day',
           case when n % 50 = 0 then ${now}::timestamptz + make_interval(hours => 1 - n / 10000) end
    from generate_series(1, ${leads}::integer) n`.execute(database.ownerDb);
  await sql`analyze lead`.execute(database.ownerDb);
  oneId = await make.lead(partnerId);
});

/** Full scans of the table, and rows read through an index, on this connection so far. */
async function countReads(tx: Transaction): Promise<{ scans: number; read: number }> {
  const { rows } = await sql<{ scans: number; read: number }>`
    select seq_scan as scans, idx_tup_fetch as read from pg_stat_xact_user_tables where relname = 'lead'`.execute(
    tx,
  );
  return rows[0] ?? { scans: 0, read: 0 };
}

it.each<[string, Partial<PartnerLeadFilters> | 'one']>([
  ['all', {}],
  ['of one state', { states: ['Expired'] }],
  ['of several states', { states: ['Received', 'Declined'] }],
  ['that are hot', { onlyHot: true }],
  ['of a partner', { partnerId: 'contoso' }],
  ['of a partner in one state', { partnerId: 'contoso', states: ['Lost'] }],
  ['of which one is opened', 'one'],
])('RT-4 a page of leads %s is read along an index, without the other leads', async (_what, wanted) => {
  await inOrganization(database.db, { organizationId: operatorId }, async (tx) => {
    const before = await countReads(tx);
    if (wanted === 'one') expect(await unscopedFindPartnerLead(tx, oneId, now)).toBeDefined();
    else {
      const filters = {
        states: wanted.states,
        onlyHot: wanted.onlyHot ?? false,
        partnerId: wanted.partnerId && partnerId,
      };
      const page = { after: undefined, maximum: 51, now };
      expect((await unscopedListPartnerLeads(tx, filters, page)).length).toBeGreaterThan(10);
    }
    const after = await countReads(tx);
    expect(after.scans - before.scans).toBe(0);
    expect(after.read - before.read).toBeLessThan(leads / 10);
  });
});
