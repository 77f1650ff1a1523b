import { sql } from 'kysely';
import { fixedClock } from '../../platform/clock.ts';
import type { DB, Db, Transaction } from '../../platform/database/database.ts';
import { enqueueJob } from '../../platform/jobs/jobs.ts';
import { hashPassword } from '../identity/index.ts';
import { RatingService } from '../quality/index.ts';
import { type DemoPerson, demoMarketplaceKeys, demoPassword, demoPeople } from './cast.ts';
import { buildDesk } from './desk.ts';
import { writeDirectory } from './directory.ts';
import { buildEvidence } from './evidence.ts';
import { listAccess, listFavorites } from './traces.ts';
import { buildUnrouted } from './unrouted.ts';
import { createWorld, type Organization, type Row, type World } from './world.ts';

export interface DemoEndpoint {
  readonly organization: string;
  readonly key: string;
}

/** What was loaded, and how to get in. */
export interface DemoSummary {
  readonly people: readonly DemoPerson[];
  readonly password: string;
  readonly endpoints: readonly DemoEndpoint[];
  readonly leads: readonly { readonly organization: string; readonly count: number }[];
}

/**
 * Fills an empty database with organizations, people and leads that look like eight months of work up to
 * `now`; the same `now` gives the same ids. All or nothing.
 * @param db works as the owner of the tables, whom row-level security does not hold back
 * @throws Error when the database holds an organization already
 */
export async function loadDemo(db: Db, options: { readonly now: Date }): Promise<DemoSummary> {
  const passwordHash = await hashPassword(demoPassword);
  const world = createWorld(options.now);
  const leads = await db.transaction().execute(async (tx) => {
    await requireEmpty(tx);
    await writeDirectory(tx, world, passwordHash);
    const counts = [await writeOperatorLeads(tx, world)];
    for (const partner of world.partners) counts.push(await writePartnerLeads(tx, world, partner));
    await rateLeads(tx, world);
    await tx.updateTable('installation').set({ demo: true }).execute();
    return counts;
  });
  const endpoints = [world.operator, ...world.partners].map(({ name, key }) => ({
    organization: name,
    key: demoMarketplaceKeys[key],
  }));
  return { people: demoPeople, password: demoPassword, endpoints, leads };
}

async function requireEmpty(tx: Transaction): Promise<void> {
  // Nobody may add one until this transaction ends, also not another demo.
  await sql`lock table organization in exclusive mode`.execute(tx);
  const first = await tx.selectFrom('organization').select('name').limit(1).executeTakeFirst();
  if (first) {
    throw new Error(
      `The demo is loaded into an empty database only; this one holds the organization “${first.name}” already.`,
    );
  }
}

async function writeOperatorLeads(tx: Transaction, world: World) {
  const leads = buildUnrouted(world);
  await write(
    tx,
    'lead',
    leads.map(({ row }) => row),
  );
  await write(tx, 'contact_check', buildEvidence(leads.map(({ row }) => row)));
  await write(
    tx,
    'lead_event',
    leads.flatMap(({ events }) => events),
  );
  return { organization: world.operator.name, count: leads.length };
}

async function writePartnerLeads(tx: Transaction, world: World, partner: Organization) {
  const leads = buildDesk(world, partner);
  await write(
    tx,
    'lead',
    leads.map(({ row }) => row),
  );
  await write(tx, 'contact_check', buildEvidence(leads.map(({ row }) => row)));
  await write(
    tx,
    'lead_event',
    leads.flatMap(({ events }) => events),
  );
  const team = leads.flatMap(({ row, team, events }) => {
    const acceptedAt = events.find(({ type }) => type === 'lead.accepted')?.at ?? world.now;
    return team.map((personId) => ({
      organization_id: partner.id,
      lead_id: row.id,
      person_id: personId,
      added_at: acceptedAt,
    }));
  });
  await write(tx, 'lead_team_member', team);
  await write(tx, 'lead_favorite', listFavorites(world, partner, leads));
  await write(tx, 'access_log', listAccess(world, partner, leads));
  return { organization: partner.name, count: leads.length };
}

/** Rated like any other lead, at first by the documented assumptions; then there is enough to learn from. */
async function rateLeads(tx: Transaction, world: World): Promise<void> {
  const rating = new RatingService(tx, fixedClock(world.now));
  for (const { id } of world.partners) {
    const leads = await tx
      .selectFrom('lead')
      .select('id')
      .where('organization_id', '=', id)
      .where('checked_at', 'is not', null)
      .execute();
    await rating.rateChecked(
      tx,
      id,
      leads.map((lead) => lead.id),
    );
  }
  await enqueueJob(tx, 'quality.train-all', {});
}

/** Rows in one statement: below PostgreSQL's 65,535 parameters for the widest table. */
const rowsAtOnce = 250;

async function write<Table extends keyof DB>(tx: Transaction, table: Table, rows: readonly Row<Table>[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}
