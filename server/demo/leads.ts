import type { LeadState } from '../../contract/leads/lists.ts';
import { seniorityOf } from '../engines/lead-rating/index.ts';
import { type Customer, chooseCustomer } from './customers.ts';
import { asActor, changed, History, systemActor } from './history.ts';
import { chooseState, play } from './lifecycle.ts';
import { createRandom, demoId, type Random } from './random.ts';
import { byMarketplace, chooseKind, chooseSource, type LeadKind, type Source } from './source.ts';
import { expiryHours, hotHours, type LeadRow, type Outcome } from './story.ts';
import { addMonths, after, day, earlier, hour, inOfficeHours, minute } from './time.ts';
import { writeMessage } from './wording.ts';
import type { Colleague, Organization, Row, World } from './world.ts';

/** What is fixed about a lead in advance; chance decides the rest. */
export interface LeadPlan {
  readonly seed: string;
  readonly age?: number;
  readonly kind?: LeadKind;
  readonly state?: LeadState;
  readonly customer?: (random: Random) => Customer;
  readonly isHot?: boolean;
  readonly isTest?: boolean;
  readonly isContactAllowed?: boolean;
  /** Sent on by the operator after no partner was found automatically. */
  readonly isSentOn?: boolean;
  /** Not checked yet. */
  readonly isUnchecked?: boolean;
  readonly repeatOf?: BuiltLead;
  readonly alsoInTeam?: Colleague | null;
}

export interface BuiltLead {
  readonly row: LeadRow & { readonly id: string };
  readonly receivedAt: Date;
  readonly source: Source;
  readonly customer: Customer;
  readonly events: readonly Row<'lead_event'>[];
  readonly team: readonly string[];
}

/** A lead with its history and everything that belongs to it; the same for the same plan and time. */
export function buildLead(world: World, organization: Organization, plan: LeadPlan): BuiltLead {
  const random = createRandom(plan.seed);
  const kind = plan.kind ?? chooseKind(random);
  const chosen = plan.repeatOf?.source ?? chooseSource(world, organization, kind, random);
  const source =
    plan.isContactAllowed === false || plan.isTest || plan.isSentOn ? byMarketplace(chosen) : chosen;
  const customer = chooseWho(plan, source, random);
  const receivedAt = chooseWhen(world.now, plan, customer, random);
  const id = demoId(receivedAt, random);
  const history = new History(organization, id, random);
  history.add('lead.received', receivedAt, source.actor, []);
  if (plan.isSentOn) sendOn(world, source, history, receivedAt);
  if (plan.repeatOf) {
    const link = changed('repeatOfLeadId', null, plan.repeatOf.row.id);
    history.add('lead.repeat-linked', after(receivedAt, 2000), systemActor, [link]);
  }
  const age = world.now.getTime() - receivedAt.getTime();
  const outcome = live(world, organization, plan, { source, customer, receivedAt, history, random, age });
  const row = {
    ...origin(source, plan),
    ...contact(customer, source, plan, receivedAt, random),
    ...findings(customer, source, plan, { receivedAt, age }, random),
    organization_id: organization.id,
    id,
    received_at: receivedAt,
    hot_until: plan.isHot && source.kind !== 'informational' ? after(receivedAt, hotHours * hour) : null,
    employees: '[]',
    ...outcome.columns,
    version: history.version,
    updated_at: history.lastAt,
  };
  return { row, receivedAt, source, customer, events: history.events, team: outcome.team };
}

/** The operator goes through the leads without a partner. */
function sendOn(world: World, source: Source, history: History, receivedAt: Date): void {
  const admin = world.operator.colleagues.find(({ email }) => email.startsWith('operator.admin@'));
  if (!admin) throw new Error('The demo has no operator admin.');
  const changes = [changed('location', null, source.location.name)];
  history.add('lead.routed', after(receivedAt, 12 * minute), asActor(admin), changes);
}

function chooseWho(plan: LeadPlan, source: Source, random: Random): Customer {
  if (plan.repeatOf) return plan.repeatOf.customer;
  return plan.customer?.(random) ?? chooseCustomer(source.location.name, random);
}

/** Over the last eight months, more of them lately. */
function chooseWhen(now: Date, plan: LeadPlan, customer: Customer, random: Random): Date {
  if (plan.repeatOf) {
    const since = plan.repeatOf.receivedAt;
    return after(since, (now.getTime() - since.getTime()) * (0.15 + 0.7 * random.next()));
  }
  if (plan.age !== undefined) return after(now, -plan.age);
  const age = Math.max(random.next() ** 1.7 * 243 * day, 2 * hour);
  const at = inOfficeHours(after(now, -age), customer.market.utcOffset, random);
  return earlier(at, after(now, -2 * hour));
}

interface Life {
  readonly source: Source;
  readonly customer: Customer;
  readonly receivedAt: Date;
  readonly history: History;
  readonly random: Random;
  readonly age: number;
}

function live(world: World, organization: Organization, plan: LeadPlan, life: Life): Outcome {
  if (life.source.kind === 'informational') {
    return { columns: { status: null, available_until: addMonths(life.receivedAt, 6) }, team: [] };
  }
  const state = plan.state ?? chooseState(life.age, meritOf(life, plan), life.random);
  // A requested state must not make a lead wait longer than leads may.
  const possible = state === 'Received' && life.age >= expiryHours * hour ? 'Expired' : state;
  const { columns, team } = play(possible, {
    ...life,
    now: world.now,
    organization,
    alsoInTeam: plan.alsoInTeam ?? null,
    duplicateOf: plan.repeatOf?.row.id ?? null,
  });
  const expiresAt = after(life.receivedAt, expiryHours * hour);
  return { columns: { ...columns, status: possible, expires_at: expiresAt }, team };
}

/** What makes a deal likely in the demo's world; the rating discovers it from the outcomes. */
function meritOf({ source, customer }: Life, plan: LeadPlan): number {
  const email = { Valid: 0.5, Unknown: -0.4, Invalid: -2, Spam: -4 }[customer.emailKind];
  const phone =
    customer.phone === null ? -0.4 : { Valid: 0.6, Unknown: -0.2, Invalid: -1 }[customer.phoneKind];
  const kind = { sales: 0.8, marketing: 0.4 }[source.kind as string] ?? -0.2;
  const company = customer.companyName === null ? -1 : 0;
  return email + phone + kind + company + (plan.isHot ? 0.8 : 0) + (decides(customer) ? 1.5 : -1.2);
}

function decides({ title }: Customer): boolean {
  return ['executive', 'director', 'manager'].includes(seniorityOf(title) ?? '');
}

const sentOnReason =
  'Northwind Programs sent it here, because the offer that the marketplace named is unknown.';

function origin(source: Source, plan: LeadPlan) {
  const qualification = { sales: 'SalesQualified', marketing: 'MarketingQualified' } as const;
  const isQualified = source.kind === 'sales' || source.kind === 'marketing';
  return {
    location_id: source.location.id,
    qualification: isQualified ? qualification[source.kind] : ('Direct' as const),
    lead_type: source.offer ? ('Offer' as const) : ('Profile' as const),
    call_to_action: source.callToAction,
    lead_source: source.leadSource,
    offer_id: source.offer?.id ?? null,
    offer_name: source.offer?.name ?? null,
    offer_title: source.offer?.title ?? null,
    is_test: plan.isTest ?? false,
    door: source.door,
    routing_reason: plan.isSentOn ? sentOnReason : source.routingReason,
    repeat_of_lead_id: plan.repeatOf?.row.id ?? null,
    sender_person_id: source.sender?.id ?? null,
    sender_name: source.sender?.name ?? null,
  };
}

/** The wording of the consent box on the public pages. */
const consentTextVersion = 'contact-1';

function contact(customer: Customer, source: Source, plan: LeadPlan, receivedAt: Date, random: Random) {
  const isAllowed = plan.isContactAllowed ?? true;
  const isForm = source.door === 'offer-page' || source.door === 'profile-page';
  return {
    customer_name: customer.companyName,
    country: customer.market.country,
    contact_first_name: customer.firstName,
    contact_last_name: customer.lastName,
    contact_title: customer.title,
    contact_email: customer.email,
    contact_phone: customer.phone,
    message: plan.isTest ? customer.companyName : writeMessage(source, customer, random),
    contact_allowed: isAllowed,
    consent_at: isAllowed ? receivedAt : null,
    consent_text_version: isAllowed && isForm ? consentTextVersion : null,
  };
}

/** What the checks and the rating say, a few seconds after the lead came in. */
function findings(
  customer: Customer,
  source: Source,
  plan: LeadPlan,
  { receivedAt, age }: { receivedAt: Date; age: number },
  random: Random,
) {
  const seconds = random.int(2, 50);
  const quality = rate(customer, random);
  if (plan.isUnchecked || age < minute) return { checked_at: null, checks_pending: false };
  const isRated = source.kind !== 'informational' && !plan.isTest;
  return {
    checked_at: after(receivedAt, seconds * 1000),
    checks_pending: false,
    email_validity: customer.email === null ? null : customer.emailKind,
    phone_validity: customer.phone === null ? null : customer.phoneKind,
    lead_quality: isRated ? quality : null,
  };
}

function rate(customer: Customer, random: Random): 'High' | 'Medium' | 'Low' {
  if (customer.emailKind === 'Spam') return 'Low';
  const isReachable = customer.emailKind === 'Valid' && customer.phone !== null;
  const levels = isReachable ? { High: 42, Medium: 44, Low: 14 } : { High: 8, Medium: 50, Low: 42 };
  return random.weighted(['High', 'Medium', 'Low'] as const, (level) => levels[level]);
}
