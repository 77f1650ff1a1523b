import { markOf } from '../../contract/leads/mentions.ts';
import { asActor, changed } from './history.ts';
import type { BuiltLead } from './leads.ts';
import { createRandom, demoId, type Random } from './random.ts';
import { activityTexts, nextSteps, sharedTemplates } from './texts/english.ts';
import { after, day, hour, minute, toDay } from './time.ts';
import { type Colleague, idOf, type Organization, type Row, type World } from './world.ts';

interface Worked {
  readonly leads: readonly BuiltLead[];
  readonly activities: readonly Row<'lead_activity'>[];
}

/**
 * What colleagues did about the leads that they accepted, and what they plan: for most of them. It has numbers of its
 * own, so that everything else in the demo stays as it is.
 */
export function workTogether(world: World, partner: Organization, built: readonly BuiltLead[]): Worked {
  const activities: Row<'lead_activity'>[] = [];
  const leads = built.map((lead, place) => {
    const owner = partner.colleagues.find(({ id }) => id === lead.row.assigned_to);
    if (lead.row.status !== 'Accepted' || !owner) return lead;
    const random = createRandom(`${partner.key} together ${place}`);
    const own = listActivities(world, partner, { lead, owner, random });
    activities.push(...own);
    const noted = {
      ...lead,
      events: [...lead.events, ...own.map((one) => eventOf(one, lead, owner, random))],
    };
    return random.chance(0.6) ? withNextStep(world, noted, owner, random) : noted;
  });
  return { leads, activities };
}

interface Deal {
  readonly lead: BuiltLead;
  readonly owner: Colleague;
  readonly random: Random;
}

function listActivities(
  world: World,
  partner: Organization,
  { lead, owner, random }: Deal,
): Row<'lead_activity'>[] {
  const from = acceptedAt(lead);
  const room = world.now.getTime() - from.getTime() - hour;
  const count = room > day && random.chance(0.75) ? random.int(1, 3) : 0;
  const mate = partner.colleagues.find(({ id }) => id !== owner.id && lead.team.includes(id));
  return Array.from({ length: count }, () => {
    const at = after(from, Math.round(room * (0.05 + 0.9 * random.next())));
    const { kind, outcome, text } = random.pick(activityTexts);
    return {
      organization_id: partner.id,
      id: demoId(at, random),
      lead_id: lead.row.id,
      kind,
      at,
      outcome,
      text: mate && random.chance(0.4) ? `${text} ${markOf(mate.id)}, please have a look.` : text,
      author_kind: 'person',
      author_person_id: owner.id,
      author_name: owner.name,
      created_at: after(at, 5 * minute),
    };
  });
}

function acceptedAt({ events, receivedAt }: BuiltLead): Date {
  const at = events.find(({ type }) => type === 'lead.accepted')?.at;
  return at instanceof Date ? at : receivedAt;
}

/** It leaves the lead as it is, and so has the version that the lead had then. */
function eventOf(
  { kind, outcome, created_at: at }: Row<'lead_activity'>,
  lead: BuiltLead,
  owner: Colleague,
  random: Random,
): Row<'lead_event'> {
  const actor = asActor(owner);
  const moment = new Date(String(at instanceof Date ? at.toISOString() : at));
  return {
    organization_id: lead.row.organization_id,
    id: demoId(moment, random),
    lead_id: lead.row.id,
    type: 'lead.activity-added',
    at: moment,
    actor_kind: actor.kind,
    actor_person_id: actor.personId,
    actor_name: actor.name,
    changes: JSON.stringify([
      changed('activityKind', null, kind),
      ...(outcome ? [changed('activityOutcome', null, outcome)] : []),
    ]),
    note: null,
    version: lead.events.filter((one) => one.at instanceof Date && one.at <= moment).length,
  };
}

/** Most are planned for the next days, some for today, and a few are overdue. */
function withNextStep(world: World, lead: BuiltLead, owner: Colleague, random: Random): BuiltLead {
  const { row } = lead;
  const at = after(world.now, -random.int(6, 50) * minute);
  if (row.updated_at instanceof Date && row.updated_at >= at) return lead;
  const when = toDay(
    after(world.now, random.weighted([-2, 0, 1, 3, 6], (days) => (days === 0 ? 2 : 1)) * day),
  );
  const version = Number(row.version) + 1;
  const actor = asActor(owner);
  return {
    ...lead,
    row: {
      ...row,
      next_step: random.pick(nextSteps),
      next_step_day: when,
      next_step_by: owner.id,
      version,
      updated_at: at,
    },
    events: [
      ...lead.events,
      {
        organization_id: row.organization_id,
        id: demoId(at, random),
        lead_id: row.id,
        type: 'lead.next-step-set',
        at,
        actor_kind: actor.kind,
        actor_person_id: actor.personId,
        actor_name: actor.name,
        changes: JSON.stringify([changed('nextStepDay', null, when)]),
        note: null,
        version,
      },
    ],
  };
}

/** The templates that a partner shares. */
export function listTemplates(world: World, partner: Organization): Row<'reply_template'>[] {
  const owner = partner.colleagues.find(({ answersFor, isGuest }) => answersFor === 'all' && !isGuest);
  if (!owner) return [];
  return sharedTemplates.map((template) => ({
    organization_id: partner.id,
    id: idOf(world.now, `template ${partner.key} ${template.name}`),
    owner_id: owner.id,
    shared: true,
    ...template,
    updated_at: partner.createdAt,
  }));
}
