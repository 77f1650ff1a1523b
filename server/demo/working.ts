import { lostReasons, type SubStage, subStages } from '../../contract/leads/lists.ts';
import { type Deal, inventEmployee, makeDeal, settle } from './deal.ts';
import { asActor, type Change, changed, moved } from './history.ts';
import { answerAt, answeringColleague, type LeadRow, type Outcome, type Story } from './story.ts';
import { laterNotes, lostNotes, wonNotes } from './texts/english.ts';
import { after, day, earlier, minute, nextOfficeHours } from './time.ts';
import type { Colleague } from './world.ts';

type Stages = Partial<Record<SubStage, Date>>;

/** The life of an accepted lead: the deal, its changes, and how it ended. */
export function work(state: 'Accepted' | 'Won' | 'Lost', story: Story): Outcome {
  const { random, history, now } = story;
  const owner = answeringColleague(story);
  const team = chooseTeam(owner, story);
  const answeredAt = answerAt(story);
  const deal = makeDeal(story, answeredAt);
  const agreed = [
    moved('Received', 'Accepted'),
    changed('dealName', null, deal.name),
    changed('estimatedValue', null, deal.value),
    changed('estimatedPurchaseDate', null, deal.estimatedPurchaseDate),
    changed('assignedTo', null, owner.id),
  ];
  const acceptedAt = history.add('lead.accepted', answeredAt, asActor(owner), agreed, deal.notes);
  const end = earlier(after(now, -15 * minute), after(acceptedAt, 110 * day));
  const closing = state === 'Accepted' ? end : partOfTheWay(acceptedAt, end, 0.25 + 0.7 * random.next());
  const edited = edit(deal, acceptedAt, closing, owner, story);
  const columns: Partial<LeadRow> = {
    ...dealColumns(edited.deal, edited.stages),
    accepted_at: acceptedAt,
    assigned_to: owner.id,
    ...(state === 'Accepted' ? {} : close(state, edited.deal, closing, owner, story)),
  };
  return { columns, team };
}

function chooseTeam(owner: Colleague, { organization, random, alsoInTeam }: Story): string[] {
  const others = organization.colleagues.filter(
    (colleague) => colleague.isTeamOnly && colleague !== alsoInTeam,
  );
  const team = [owner.id];
  if (alsoInTeam) team.push(alsoInTeam.id);
  const free = others.filter((colleague) => !reservedForTeams.has(colleague.email));
  if (free.length > 0 && random.chance(0.35)) team.push(random.pick(free).id);
  return team;
}

/** Not added to teams at random, so that what a Referrals user sees stays small enough to look through. */
const reservedForTeams: ReadonlySet<string> = new Set([
  'referrals.user@contoso.example',
  'referrals.user@fabrikam.example',
]);

function partOfTheWay(from: Date, to: Date, part: number): Date {
  return after(from, (to.getTime() - from.getTime()) * part);
}

/** Up to three changes between two moments, each by someone at work. */
function edit(
  deal: Deal,
  from: Date,
  to: Date,
  owner: Colleague,
  story: Story,
): { deal: Deal; stages: Stages } {
  const { random, history, source } = story;
  const stages: Stages = {};
  let current = deal;
  const moments = Array.from({ length: random.int(0, 3) }, () =>
    partOfTheWay(from, to, 0.05 + 0.85 * random.next()),
  )
    .map((at) => nextOfficeHours(at, source.location.utcOffset, to, random))
    .sort((left, right) => left.getTime() - right.getTime());
  for (const at of moments) {
    const next = random.chance(0.5) ? changeDeal(current, story) : current;
    const stage = subStages.find((name) => stages[name] === undefined);
    const changes = diffDeals(current, next);
    if (stage && (changes.length === 0 || random.chance(0.5))) {
      stages[stage] = at;
      changes.push(changed(`subStages.${stage}`, false, true));
    }
    current = next;
    if (changes.length > 0) history.add('lead.edited', at, asActor(owner), changes);
  }
  return { deal: current, stages };
}

function changeDeal(deal: Deal, { random, organization }: Story): Deal {
  const variant = random.int(0, 4);
  if (variant === 0) return { ...deal, value: settle(deal.value, random) };
  if (variant === 1)
    return { ...deal, notes: `${deal.notes ? `${deal.notes}\n` : ''}${random.pick(laterNotes)}` };
  if (variant === 2 && deal.crmId === null) return { ...deal, crmId: `OPP-${random.int(10_000, 99_999)}` };
  if (variant === 3) return { ...deal, employees: [...deal.employees, inventEmployee(organization, random)] };
  const later = after(new Date(`${deal.estimatedPurchaseDate}T00:00:00Z`), random.int(10, 45) * day);
  return { ...deal, estimatedPurchaseDate: later.toISOString().slice(0, 10) };
}

function diffDeals(before: Deal, next: Deal): Change[] {
  const pairs: [string, unknown, unknown][] = [
    ['estimatedValue', before.value, next.value],
    ['estimatedPurchaseDate', before.estimatedPurchaseDate, next.estimatedPurchaseDate],
    ['notes', before.notes, next.notes],
    ['crmId', before.crmId, next.crmId],
    ['employees', before.employees, next.employees],
  ];
  return pairs
    .filter(([, was, is]) => JSON.stringify(was) !== JSON.stringify(is))
    .map(([field, was, is]) => changed(field, was, is));
}

function dealColumns(deal: Deal, stages: Stages): Partial<LeadRow> {
  return {
    deal_name: deal.name,
    deal_value_minor: deal.value.amountMinor,
    deal_currency: deal.value.currency,
    estimated_purchase_date: deal.estimatedPurchaseDate,
    deal_notes: deal.notes,
    crm_id: deal.crmId,
    campaign_id: deal.campaignId,
    employees: JSON.stringify(deal.employees),
    qualified_at: stages.qualified ?? null,
    developed_at: stages.developed ?? null,
    proposed_at: stages.proposed ?? null,
    negotiated_at: stages.negotiated ?? null,
  };
}

function close(
  state: 'Won' | 'Lost',
  deal: Deal,
  wanted: Date,
  owner: Colleague,
  story: Story,
): Partial<LeadRow> {
  const { random, history, source } = story;
  const limit = after(story.now, -10 * minute);
  const at = nextOfficeHours(wanted, source.location.utcOffset, limit, random);
  if (state === 'Lost') {
    const reason = random.pick(lostReasons);
    const notes = reason === 'Other' || random.chance(0.6) ? random.pick(lostNotes) : null;
    const changes = [moved('Accepted', 'Lost'), changed('lostReason', null, reason)];
    const closedAt = history.add('lead.lost', at, asActor(owner), changes, notes);
    return { lost_reason: reason, closing_notes: notes, closed_at: closedAt };
  }
  const value = settle(deal.value, random);
  const notes = random.chance(0.6) ? random.pick(wonNotes) : null;
  const changes = [moved('Accepted', 'Won'), changed('finalValue', deal.value, value)];
  const closedAt = history.add('lead.won', at, asActor(owner), changes, notes);
  return {
    final_value_minor: value.amountMinor,
    final_value_currency: value.currency,
    closing_notes: notes,
    closed_at: closedAt,
  };
}
