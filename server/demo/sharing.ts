import type { OrganizationKey } from './cast.ts';
import type { BuiltLead } from './leads.ts';
import { after, day, toDay } from './time.ts';
import { type Colleague, idOf, type Organization, type Row, type World } from './world.ts';

/** How a partner shares new leads: one rule for one location, and who of its people is away, from when to when. */
interface SharingPlan {
  readonly name: string;
  readonly location: string;
  /** Of people who can own leads of the location. */
  readonly people: readonly string[];
  readonly away: { readonly person: string; readonly fromDays: number; readonly untilDays: number };
  /** Who is told when nobody has answered for a working day. */
  readonly second: string;
}

const plans: Readonly<Partial<Record<OrganizationKey, SharingPlan>>> = {
  contoso: {
    name: 'Singapore',
    location: 'Singapore',
    people: ['weiling.tan@contoso.example', 'diego.marin@contoso.example'],
    away: { person: 'weiling.tan@contoso.example', fromDays: 6, untilDays: 13 },
    second: 'hannah.cole@contoso.example',
  },
  fabrikam: {
    name: 'London',
    location: 'London',
    people: ['referrals.user@fabrikam.example'],
    away: { person: 'referrals.user@fabrikam.example', fromDays: -1, untilDays: 8 },
    second: 'referrals.admin@fabrikam.example',
  },
};
const escalateAfterHours = 8;
/** So many of the newest leads of the location wait while everyone of the rule is away. */
const mostWaiting = 2;

interface Sharing {
  readonly sharing_rules: readonly Row<'sharing_rules'>[];
  readonly sharing_rule: readonly Row<'sharing_rule'>[];
  readonly sharing_rule_person: readonly Row<'sharing_rule_person'>[];
  readonly lead_to_share: readonly Row<'lead_to_share'>[];
  readonly absence: readonly Row<'absence'>[];
}

/** The rule of a partner, who is away, and the leads that wait until they are back. */
export function listSharing(world: World, partner: Organization, leads: readonly BuiltLead[]): Sharing {
  const plan = plans[partner.key];
  const location = partner.locations.find(({ name }) => name === plan?.location);
  if (!plan || !location)
    return { sharing_rules: [], sharing_rule: [], sharing_rule_person: [], lead_to_share: [], absence: [] };
  const { now } = world;
  const own = { organization_id: partner.id };
  const rule = { ...own, rule_id: idOf(now, `sharing rule ${partner.key}`) };
  const begun = after(now, -3 * day);
  const second = colleagueOf(partner, plan.second);
  const { person, fromDays, untilDays } = plan.away;
  const isEveryoneAway = fromDays <= 0 && plan.people.every((email) => email === person);
  return {
    sharing_rules: [
      {
        ...own,
        updated_at: begun,
        updated_by: second.name,
        revision: idOf(now, `sharing rules ${partner.key}`),
        escalate_to: second.id,
        escalate_after_hours: escalateAfterHours,
        // From now on: nobody is told of what came before.
        escalate_since: now,
      },
    ],
    sharing_rule: [
      {
        ...{ ...own, id: rule.rule_id, place: 0, name: plan.name, location_ids: [location.id] },
        ...{ method: 'in-turn', paused: false },
      },
    ],
    sharing_rule_person: plan.people.map((email, place) => ({
      ...rule,
      person_id: colleagueOf(partner, email).id,
      place,
    })),
    lead_to_share: (isEveryoneAway ? newestToAnswer(leads, location.id, begun) : []).map(
      ({ row, receivedAt }) => ({ ...rule, lead_id: row.id, since: receivedAt, reason: 'away' }),
    ),
    absence: [
      {
        ...own,
        person_id: colleagueOf(partner, person).id,
        from_day: toDay(after(now, fromDays * day)),
        until_day: toDay(after(now, untilDays * day)),
      },
    ],
  };
}

function colleagueOf(partner: Organization, email: string): Colleague {
  const found = partner.colleagues.find((one) => one.email === email);
  if (!found) throw new Error(`${partner.name} has no ${email}.`);
  return found;
}

function newestToAnswer(leads: readonly BuiltLead[], locationId: string, since: Date): BuiltLead[] {
  return leads
    .filter(
      ({ row, receivedAt }) =>
        row.status === 'Received' &&
        row.location_id === locationId &&
        row.is_test !== true &&
        receivedAt > since,
    )
    .toSorted((left, right) => right.receivedAt.getTime() - left.receivedAt.getTime())
    .slice(0, mostWaiting);
}
