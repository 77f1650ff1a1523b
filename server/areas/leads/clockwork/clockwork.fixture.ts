import { beforeEach, expect } from 'vitest';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { type TestServer, testNow } from '../../../../test/server.ts';
import { leadChanges } from '../../../main.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { type CalendarsOf, type ClockworkOptions, ClockworkService } from './clockwork.service.ts';

const hourMs = 3_600_000;
const expiryHours = 336;

/** So many hours after the moment at which tests begin. */
export const hours = (count: number) => new Date(testNow.getTime() + count * hourMs);

interface Options extends ClockworkOptions {
  readonly now?: Date;
  readonly calendarsOf?: CalendarsOf;
}

interface Told {
  readonly organizationId: string;
  readonly eventIds: string[];
}

interface Reminded {
  readonly organizationId: string;
  readonly leadIds: string[];
}

/** The lead world, without leads and jobs at the beginning of each test, and what tests about the clockwork do all the time. */
export function useClockworkWorld() {
  const { server, world } = useLeadWorld({ emptied: ['lead'] });
  const look = lookInto(server);
  beforeEach(() => server.queue.clear());
  return {
    ...look,
    server,
    world,
    /** A clockwork with a clock of its own. */
    clockwork: ({ now = testNow, calendarsOf, ...options }: Options = {}) =>
      new ClockworkService(
        server.database.workerDb,
        fixedClock(now),
        leadChanges,
        calendarsOf ?? (async () => new Map()),
        options,
      ),
    /** A received lead whose time ends that many hours from the beginning of the tests. */
    ending: (inHours: number, organizationId = world.contoso.id, columns = {}) =>
      server.make.lead(organizationId, { received_at: hours(inHours - expiryHours), ...columns }),
    /** Every one of the leads expired once, with one event, and every event in one job of its organization. */
    expectExpiredOnce: (ids: readonly string[]) => expectExpiredOnce(look, ids),
  };
}

function lookInto(server: TestServer) {
  const rows = async <Row extends object>(query: string, ...values: unknown[]) =>
    (await server.database.ownerPool.query<Row>(query, values)).rows;
  return {
    rows,
    lead: async (id: string) => {
      const [row] = await rows<{
        status: string;
        version: number;
        closed_at: Date | null;
        updated_at: Date;
        reminded_at: Date | null;
      }>('select status, version, closed_at, updated_at, reminded_at from lead where id = $1', id);
      return row;
    },
    /** What was enqueued for who tells people. */
    told: () => server.queue.listPayloads<Told>('lead.tell-expired'),
    reminded: () => server.queue.listPayloads<Reminded>('lead.remind'),
    /** In the order in which they were written. */
    expiredEvents: () =>
      rows<{ id: string; lead_id: string; organization_id: string; at: Date }>(
        `select id, lead_id, organization_id, at from lead_event where type = 'lead.expired'
         order by transaction_id, at, id`,
      ),
  };
}

async function expectExpiredOnce(look: ReturnType<typeof lookInto>, ids: readonly string[]): Promise<void> {
  const events = await look.expiredEvents();
  expect(events.map((event) => event.lead_id).toSorted()).toEqual([...ids].sort());
  for (const id of ids) expect(await look.lead(id)).toMatchObject({ status: 'Expired', version: 2 });
  const jobs = await look.told();
  expect(jobs.flatMap((job) => job.eventIds).toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  const owner = new Map(events.map((event) => [event.id, event.organization_id]));
  for (const job of jobs) for (const id of job.eventIds) expect(owner.get(id), id).toBe(job.organizationId);
}
