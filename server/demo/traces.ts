import { isOpenable } from './desk.ts';
import type { BuiltLead } from './leads.ts';
import { createRandom, demoId } from './random.ts';
import { after, day, earlier, hour, minute } from './time.ts';
import type { Colleague, Organization, Row, World } from './world.ts';

/** How many favorites people have; everyone else has none. */
const favoriteCounts: Readonly<Record<string, number>> = {
  'referrals.admin@contoso.example': 14,
  'hannah.cole@contoso.example': 6,
  'referrals.munich@contoso.example': 5,
  'referrals.user@contoso.example': 4,
  'referrals.admin@fabrikam.example': 9,
  'referrals.user@fabrikam.example': 3,
  'consultant@leadlight.example': 5,
};

/** Which leads the colleagues marked, among those they may see. */
export function listFavorites(
  world: World,
  partner: Organization,
  leads: readonly BuiltLead[],
): Row<'lead_favorite'>[] {
  return partner.colleagues.flatMap((colleague) => {
    const random = createRandom(`${partner.key} favorites ${colleague.email}`);
    const seen = leads.filter((lead) => maySee(colleague, lead, world.now) && random.chance(0.6));
    return seen.slice(0, favoriteCounts[colleague.email] ?? 0).map((lead) => ({
      organization_id: partner.id,
      person_id: colleague.id,
      lead_id: lead.row.id,
      created_at: earlier(after(lead.receivedAt, random.int(10, 600) * minute), after(world.now, -minute)),
    }));
  });
}

function maySee(colleague: Colleague, lead: BuiltLead, now: Date): boolean {
  if (!isOpenable(lead, now)) return false;
  const { answersFor } = colleague;
  if (answersFor === 'all') return true;
  if (answersFor === 'none') return lead.team.includes(colleague.id);
  return answersFor.includes(lead.source.location.name);
}

/** The reports that declining as spam filed. Addresses below `.example` cannot exist, so they mark nobody. */
export function listSpamReports(leads: readonly BuiltLead[]): Row<'spam_report'>[] {
  return leads.flatMap(({ row, events }) => {
    const report = events.find(({ type }) => type === 'lead.reported-as-spam');
    if (!report) return [];
    return {
      organization_id: row.organization_id,
      lead_id: row.id,
      address: null,
      domain: null,
      reported_at: report.at,
      reporter_id: report.actor_person_id,
      reporter_name: report.actor_name,
    };
  });
}

/** Who opened and exported what in recent weeks. */
export function listAccess(
  world: World,
  partner: Organization,
  leads: readonly BuiltLead[],
): Row<'access_log'>[] {
  const random = createRandom(`${partner.key} access`);
  const readers = partner.colleagues.filter(({ answersFor }) => answersFor !== 'none');
  const opened = Array.from({ length: 40 }, () => {
    const reader = random.pick(readers);
    const lead = random.pick(leads.filter((candidate) => maySee(reader, candidate, world.now)));
    const since = Math.max(lead.receivedAt.getTime(), world.now.getTime() - 30 * day);
    const at = new Date(since + (world.now.getTime() - since) * random.next());
    return access(partner, reader, at, 'lead.read', [lead.row.id], null);
  });
  const exported = [2, 9, 16].map((days) => {
    const reader = random.pick(readers);
    const at = after(world.now, -days * day - random.int(0, 8) * hour);
    const ids = leads
      .filter((lead) => lead.receivedAt < at && maySee(reader, lead, at))
      .map(({ row }) => row.id);
    const some = ids.slice(0, 25);
    return access(partner, reader, at, 'lead.export', some, `${some.length} leads, CSV`);
  });
  return [...opened, ...exported, ...leads.flatMap((lead) => listChanges(world, partner, lead))];
}

/** Every change of the last month by one of the partner's people. */
function listChanges(world: World, partner: Organization, { row, events }: BuiltLead): Row<'access_log'>[] {
  const since = after(world.now, -30 * day);
  return events.flatMap(({ at, type, actor_person_id: personId }) => {
    const colleague = partner.colleagues.find(({ id }) => id === personId);
    const isRecent = at instanceof Date && at > since;
    return colleague && isRecent ? [access(partner, colleague, at, 'lead.change', [row.id], type)] : [];
  });
}

function access(
  partner: Organization,
  reader: Colleague,
  at: Date,
  action: string,
  leadIds: string[],
  detail: string | null,
): Row<'access_log'> {
  // Declining as spam is two entries of one moment.
  const isSecond = detail === 'lead.reported-as-spam';
  const seed = `${partner.key} ${action} ${reader.email} ${leadIds[0]} ${at.getTime()}${isSecond ? ' second' : ''}`;
  return {
    organization_id: partner.id,
    id: demoId(at, createRandom(seed)),
    at,
    actor_person_id: reader.id,
    actor_name: reader.name,
    action,
    lead_ids: leadIds,
    detail,
  };
}
