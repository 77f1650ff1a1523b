import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { type EnqueueOptions, enqueueAll, type JobOrder } from '../../../platform/jobs/jobs.ts';
import type { FieldChange } from './lead-events.ts';

/** What happens to leads: everything that timelines record, and the moments when a reminder or an escalation is due. */
export type LeadMoment = LeadEventType | 'lead.reminder-due' | 'lead.escalation-due';

/** What is known when deciding what follows. */
export interface LeadHappening {
  readonly type: LeadMoment;
  readonly changes: readonly FieldChange[];
  /** For a lead that came in. */
  readonly received?: {
    readonly hasEmail: boolean;
    /** false: it is informational, nobody answers it. */
    readonly isActionable: boolean;
    /** false: it waits with the operator. */
    readonly isRouted: boolean;
    /** true: it was brought from elsewhere, where people know it. Nobody is told. */
    readonly isQuiet?: boolean;
    /** true: it came with its outcome. */
    readonly isOver?: boolean;
  };
}

/** A job that follows something that happens to leads. */
export interface FollowUp<Carries extends 'leads' | 'events' = 'leads' | 'events'> {
  readonly name: string;
  readonly carries: Carries;
  readonly orderFor: (places: LeadPlaces, options?: EnqueueOptions) => JobOrder;
  /** Missing: the job always follows. */
  readonly when?: (happening: LeadHappening) => boolean;
  /** A delay, so that the follow-ups of a large batch do not hold up writing the rest. */
  readonly afterSeconds?: number;
}

/** How an area follows what happens to leads; declared once, in force wherever leads change. */
export type OnLeadEvents = {
  readonly [Moment in LeadMoment]?: readonly (Moment extends StoredWithJobs
    ? FollowUp<'leads'> & { readonly afterSeconds?: undefined }
    : Moment extends 'lead.reminder-due' | 'lead.escalation-due'
      ? FollowUp<'leads'>
      : FollowUp)[];
};

/** Stored together with the jobs that follow in one statement, before the ids of the events are known. */
type StoredWithJobs = 'lead.received';

interface LeadPlaces {
  readonly organizationId: string;
  readonly leadIds: string[];
  readonly eventIds: string[];
}

interface OrdersWith<Payload> {
  readonly name: string;
  readonly order: (payload: Payload, options?: EnqueueOptions) => JobOrder;
}

type Conditions = Pick<FollowUp, 'when' | 'afterSeconds'>;

/** A job about the leads that something happened to. */
export function aboutLeads(
  job: OrdersWith<{ organizationId: string; leadIds: string[] }>,
  conditions: Pick<Conditions, 'when'> = {},
): FollowUp<'leads'> & { readonly afterSeconds?: undefined } {
  const orderFor: FollowUp['orderFor'] = ({ organizationId, leadIds }, options) =>
    job.order({ organizationId, leadIds }, options);
  return { name: job.name, carries: 'leads', orderFor, ...conditions };
}

/** A job about the events that record it. */
export function aboutEvents(
  job: OrdersWith<{ organizationId: string; eventIds: string[] }>,
  conditions: Conditions = {},
): FollowUp<'events'> {
  const orderFor: FollowUp['orderFor'] = ({ organizationId, eventIds }, options) =>
    job.order({ organizationId, eventIds }, options);
  return { name: job.name, carries: 'events', orderFor, ...conditions };
}

/** One lead that something happened to. */
export interface Happened {
  readonly organizationId: string;
  readonly leadId: string;
  /** Missing where the timeline gets no entry. */
  readonly eventId?: string;
  readonly happening: LeadHappening;
}

/** What follows when something happens to leads: everything that areas declared. */
export class FollowUps {
  /** @throws Error when a job is declared twice for the same thing: it would run twice */
  constructor(private readonly declared: readonly OnLeadEvents[]) {
    const names = declared.flatMap((one) =>
      Object.entries(one).flatMap(([moment, followUps]: [string, readonly FollowUp[]]) =>
        followUps.map(({ name }) => `${name} after ${moment}`),
      ),
    );
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice !== undefined) throw new Error(`declared twice: ${twice}`);
  }

  /** For a lead that is stored together with its jobs in one statement: the jobs' names. They carry leads. */
  namesFor(happening: LeadHappening): string[] {
    return this.of(happening).map(({ name }) => name);
  }

  /**
   * Enqueues what follows in one statement, one job of each kind for each organization.
   * @param begins when it follows, at the earliest; undefined: now
   */
  async order(tx: Transaction, happened: readonly Happened[], now: Date, begins?: Date): Promise<void> {
    const orders = new Map<string, { followUp: FollowUp; places: LeadPlaces }>();
    for (const { organizationId, leadId, eventId, happening } of happened) {
      for (const followUp of this.of(happening)) {
        const key = `${followUp.name} ${organizationId}`;
        const known = orders.get(key) ?? {
          followUp,
          places: { organizationId, leadIds: [], eventIds: [] },
        };
        known.places.leadIds.push(leadId);
        if (eventId !== undefined) known.places.eventIds.push(eventId);
        orders.set(key, known);
      }
    }
    await enqueueAll(
      tx,
      [...orders.values()].map(({ followUp, places }) =>
        followUp.orderFor(places, laterBy(followUp, now, begins)),
      ),
    );
  }

  private of(happening: LeadHappening): FollowUp[] {
    return this.declared
      .flatMap((declared): readonly FollowUp[] => declared[happening.type] ?? [])
      .filter(({ when }) => when === undefined || when(happening));
  }
}

function laterBy({ afterSeconds }: FollowUp, now: Date, begins: Date | undefined): EnqueueOptions {
  if (afterSeconds === undefined) return begins ? { runAt: begins } : {};
  return { runAt: new Date((begins ?? now).getTime() + afterSeconds * 1000) };
}
