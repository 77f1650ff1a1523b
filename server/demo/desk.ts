import { type BuiltLead, buildLead } from './leads.ts';
import { leadCounts, planLeads } from './plans.ts';
import { createRandom, type Random } from './random.ts';
import { day, hour } from './time.ts';
import type { Colleague, Organization, World } from './world.ts';

/** How many leads a Referrals user is working on. */
const teamQuota = 25;

/** All leads of one partner: the planned ones, then those of returning customers. */
export function buildDesk(world: World, partner: Organization): BuiltLead[] {
  const mate = partner.colleagues.find((colleague) => colleague.email.startsWith('referrals.user@')) ?? null;
  const leads: BuiltLead[] = [];
  const quota = { left: teamQuota };
  for (const plan of planLeads(partner.key)) {
    const alsoInTeam = plan.kind === 'informational' ? null : takeTurn(leads.length, quota, mate);
    const lead = buildLead(world, partner, { ...plan, alsoInTeam });
    if (mate && lead.team.includes(mate.id)) quota.left -= 1;
    leads.push(lead);
  }
  return withSender([...leads, ...buildRepeats(world, partner, leads)], world);
}

function takeTurn(index: number, quota: { left: number }, mate: Colleague | null): Colleague | null {
  return quota.left > 0 && index % 2 === 1 ? mate : null;
}

function buildRepeats(world: World, partner: Organization, leads: readonly BuiltLead[]): BuiltLead[] {
  const candidates = leads.filter((lead) => mayAskAgain(lead, world.now));
  const random = createRandom(`${partner.key} repeats`);
  return Array.from({ length: leadCounts[partner.key].repeats }, (_, index) =>
    buildLead(world, partner, {
      seed: `${partner.key} repeat ${index}`,
      repeatOf: takeOut(candidates, random),
      ...(index % 4 === 0 ? { state: 'ClosedAsError' as const } : {}),
    }),
  );
}

function mayAskAgain({ row, source, receivedAt }: BuiltLead, now: Date): boolean {
  const age = now.getTime() - receivedAt.getTime();
  return (
    row.qualification === 'Direct' &&
    source.kind !== 'informational' &&
    row.contact_email !== null &&
    row.contact_allowed &&
    row.is_test !== true &&
    age > 9 * day &&
    age < 100 * day
  );
}

function takeOut(candidates: BuiltLead[], random: Random): BuiltLead {
  const [taken] = candidates.splice(random.int(0, candidates.length - 1), 1);
  if (!taken) throw new Error('The demo has too few leads whose customers could ask again.');
  return taken;
}

/** Qualified leads name the operator as the sending organization, and some of them a program. */
function withSender(leads: readonly BuiltLead[], world: World): BuiltLead[] {
  return leads.map((lead, place) =>
    lead.source.sender === null
      ? lead
      : {
          ...lead,
          row: {
            ...lead.row,
            sender_organization_id: world.operator.id,
            sender_organization_name: world.operator.name,
            referral_program: programOf(lead, place),
          },
        },
  );
}

/** Has numbers of its own, so that everything else in the demo stays as it is. */
function programOf({ source }: BuiltLead, place: number): string | null {
  const random = createRandom(`referral program ${place}`);
  if (!random.chance(0.6)) return null;
  return source.kind === 'sales' ? 'Co-sell' : 'Referral rewards';
}

/** True for leads that their partner can still open. */
export function isOpenable(lead: BuiltLead, now: Date): boolean {
  const { available_until: until } = lead.row;
  return !(until instanceof Date) || until.getTime() > now.getTime() + hour;
}
