import { sql } from 'kysely';
import { hashPassword } from '../areas/identity/index.ts';
import { RatingService, TrainingService, trainFromDatabase } from '../areas/leads/index.ts';
import { loadMailDomains } from '../engines/contact-verifier/index.ts';
import { fixedClock } from '../platform/clock.ts';
import { becomeTenant, type DB, type Db, type Transaction } from '../platform/database/database.ts';
import { type DemoPerson, demoMarketplaceKeys, demoPassword, demoPeople } from './cast.ts';
import { buildDesk } from './desk.ts';
import { writeDirectory } from './directory.ts';
import { buildEvidence } from './evidence.ts';
import type { BuiltLead } from './leads.ts';
import { listSharing } from './sharing.ts';
import { listTemplates, workTogether } from './together.ts';
import { listAccess, listFavorites, listSpamReports } from './traces.ts';
import { buildUnrouted } from './unrouted.ts';
import { createWorld, type Organization, type Row, type World } from './world.ts';

export interface DemoEndpoint {
  readonly organization: string;
  readonly key: string;
}

/** What was loaded, and how to sign in. */
export interface DemoSummary {
  readonly people: readonly DemoPerson[];
  readonly password: string;
  readonly endpoints: readonly DemoEndpoint[];
  readonly leads: readonly { readonly organization: string; readonly count: number }[];
}

/**
 * Fills an empty database with organizations, people and leads that look like eight months of work up to `now`; the
 * same `now` gives the same ids. All or nothing.
 * @param db works as the owner of the tables, who bypasses row-level security
 * @throws Error when the database already holds an organization
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
  await learn(db, world);
  const endpoints = [world.operator, ...world.partners].map(({ name, key }) => ({
    organization: name,
    key: demoMarketplaceKeys[key],
  }));
  return { people: demoPeople, password: demoPassword, endpoints, leads };
}

async function requireEmpty(tx: Transaction): Promise<void> {
  // Nobody, not even another demo, may add one until this transaction ends.
  await sql`lock table organization in exclusive mode`.execute(tx);
  const first = await tx.selectFrom('organization').select('name').limit(1).executeTakeFirst();
  if (first) {
    throw new Error(
      `The demo is loaded into an empty database only; this one holds the organization “${first.name}” already.`,
    );
  }
}

/** Leads with the evidence about their contacts, and their history. */
async function writeLeads(
  tx: Transaction,
  leads: readonly Pick<BuiltLead, 'row' | 'events'>[],
): Promise<void> {
  const rows = leads.map(({ row }) => row);
  await write(tx, 'lead', rows);
  await write(tx, 'contact_check', buildEvidence(rows));
  await write(
    tx,
    'lead_event',
    leads.flatMap(({ events }) => events),
  );
}

async function writeOperatorLeads(tx: Transaction, world: World) {
  const leads = buildUnrouted(world);
  await writeLeads(tx, leads);
  return { organization: world.operator.name, count: leads.length };
}

async function writePartnerLeads(tx: Transaction, world: World, partner: Organization) {
  const { leads, activities } = workTogether(world, partner, buildDesk(world, partner));
  await writeLeads(tx, leads);
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
  await write(tx, 'lead_activity', activities);
  await write(tx, 'reply_template', listTemplates(world, partner));
  const sharing = listSharing(world, partner, leads);
  await write(tx, 'sharing_rules', sharing.sharing_rules);
  await write(tx, 'sharing_rule', sharing.sharing_rule);
  await write(tx, 'sharing_rule_person', sharing.sharing_rule_person);
  await write(tx, 'lead_to_share', sharing.lead_to_share);
  await write(tx, 'absence', sharing.absence);
  await write(tx, 'spam_report', listSpamReports(leads));
  await write(tx, 'lead_favorite', listFavorites(world, partner, leads));
  await write(tx, 'access_log', listAccess(world, partner, leads));
  return { organization: partner.name, count: leads.length };
}

/** Rates them like any other lead. Rating records what was known of each lead at intake, which a model learns from. */
async function rateLeads(tx: Transaction, world: World): Promise<void> {
  const rating = new RatingService(tx, fixedClock(world.now), loadMailDomains());
  for (const { id } of [world.operator, ...world.partners]) {
    // Which model rates depends on whose leads they are.
    await becomeTenant(tx, { organizationId: id });
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
}

/**
 * There are enough outcomes to learn from, so the models are trained immediately and rate the leads: what a lead says
 * about its rating matches the model card.
 */
async function learn(db: Db, world: World): Promise<void> {
  const clock = fixedClock(world.now);
  const training = new TrainingService(db, clock, (order, now) => trainFromDatabase(db, order, now));
  // Partners first: each is then compared with the assumptions, not with the pooled model just trained.
  for (const { id } of world.partners) await training.trainOne({ organizationId: id });
  await training.trainOne({ organizationId: null });
  await db.transaction().execute((tx) => rateLeads(tx, world));
}

/** Rows per statement: below PostgreSQL's 65,535 parameters for the widest table. */
const rowsAtOnce = 250;

async function write<Table extends keyof DB>(tx: Transaction, table: Table, rows: readonly Row<Table>[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}
