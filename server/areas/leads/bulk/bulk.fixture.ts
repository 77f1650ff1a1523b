import { type BulkAction, bulkAction, bulkRefusalPage } from '../../../../contract/leads/bulk.ts';
import type { LeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, type TestServer } from '../../../../test/server.ts';
import { openMailDomains } from '../../../engines/contact-verifier/index.ts';
import { leadChanges } from '../../../main.ts';
import { readConfig } from '../../../platform/config.ts';
import { createLogger } from '../../../platform/log.ts';
import { LeadChecksService } from '../contact-checks/lead-checks.service.ts';
import { BulkWork } from './bulk-work.service.ts';
import { BatchDoer } from './do-batch.ts';

interface World {
  readonly server: TestServer;
  readonly world: LeadWorld;
}

/** What the tests of bulk actions do to a server and its world. */
export function bulkTools(of: World) {
  const acceptance = () => ({
    action: 'accept' as const,
    dealName: '{customer} ({number})',
    estimatedValue: { amountMinor: 1_250_000, currency: 'EUR' },
    estimatedPurchaseDate: '2027-04-01',
    teamMemberIds: [of.world.people.admin.id],
    notes: 'Spoke to them.',
  });

  return { ...requestsTo(of), ...dataOf(of), workOneBatch: workerOf(of), acceptance };
}

function requestsTo(of: World) {
  const { server } = of;
  const order = (sent: object, as: Caller = of.world.as.admin, headers: Record<string, string> = {}) =>
    server.request('POST', '/api/v1/leads/bulk', { as, body: sent, headers });
  const ordered = async (sent: object, as?: Caller): Promise<BulkAction> =>
    body(bulkAction, await order(sent, as));
  const look = (id: string, as: Caller = of.world.as.admin) =>
    server.request('GET', `/api/v1/leads/bulk/${id}`, { as });
  const act = (id: string, what: 'cancel' | 'undo', as: Caller = of.world.as.admin) =>
    server.request('POST', `/api/v1/leads/bulk/${id}/${what}`, { as });
  const standing = async (id: string): Promise<BulkAction> => body(bulkAction, await look(id));
  const refusals = async (id: string, as: Caller = of.world.as.admin) =>
    body(bulkRefusalPage, await server.request('GET', `/api/v1/leads/bulk/${id}/refusals`, { as })).items;
  return { order, ordered, look, act, standing, refusals };
}

function dataOf({ server }: World) {
  /** Copies a lead that many times, with its customers numbered. @returns the ids */
  async function copies(leadId: string, count: number): Promise<string[]> {
    const { ownerPool } = server.database;
    const { rows: columns } = await ownerPool.query<{ name: string }>(
      `select quote_ident(column_name) as name from information_schema.columns
       where table_name = 'lead' and table_schema = 'public' and is_generated = 'NEVER'
         and column_name not in ('id', 'customer_name')`,
    );
    const list = columns.map(({ name }) => name).join(', ');
    const { rows } = await ownerPool.query<{ id: string }>(
      `insert into lead (id, customer_name, ${list})
       select gen_random_uuid(), 'Copy ' || n, ${list} from lead, generate_series(1, $2::integer) n where id = $1
       returning id`,
      [leadId, count],
    );
    return rows.map(({ id }) => id);
  }

  /** The stored leads with these ids, in that order. */
  async function stored(ids: readonly string[]) {
    const rows = await server.database.ownerDb
      .selectFrom('lead')
      .select(['id', 'status', 'version', 'deal_name', 'deal_value_minor', 'deal_currency', 'deal_notes'])
      .select(['decline_reason', 'error_reason', 'closing_notes'])
      .where('id', 'in', [...ids])
      .execute();
    return ids.map((id) => rows.find((row) => row.id === id));
  }

  /** The types of the events of a lead, without its receipt. */
  async function eventsOf(id: string): Promise<string[]> {
    const rows = await server.database.ownerDb
      .selectFrom('lead_event')
      .select('type')
      .where('lead_id', '=', id)
      .where('type', '!=', 'lead.received')
      .orderBy('at')
      .orderBy('version')
      .execute();
    return rows.map(({ type }) => type);
  }

  return { copies, stored, eventsOf };
}

/** Works the next 100 leads, as a worker whose turn then ends, or that is killed. */
function workerOf({ server }: World) {
  return async (bulkActionId: string, personId: string): Promise<void> => {
    const { workerDb } = server.database;
    const log = createLogger('silent');
    const domains = openMailDomains(readConfig({}).contactChecks, log);
    const checks = new LeadChecksService(workerDb, server.clock, leadChanges, domains);
    const options = { batchSize: 100, turnMilliseconds: 0 };
    const doer = new BatchDoer(leadChanges, checks);
    const { organization_id: organizationId } = await server.database.ownerDb
      .selectFrom('bulk_action')
      .select('organization_id')
      .where('id', '=', bulkActionId)
      .executeTakeFirstOrThrow();
    const work = new BulkWork(workerDb, server.clock, log, doer, options);
    await work.workTurn({ organizationId, personId, bulkActionId });
  };
}
