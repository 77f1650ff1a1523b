import type { LeadEventType, LeadState } from '../../contract/leads/lists.ts';
import { leadlight } from '../areas/leads/index.ts';
import { demoId, type Random } from './random.ts';
import { after } from './time.ts';
import type { Colleague, Organization, Row } from './world.ts';

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface EventActor {
  readonly kind: Row<'lead_event'>['actor_kind'];
  readonly personId: string | null;
  readonly name: string;
}

export const systemActor: EventActor = leadlight;

/** The colleague as the actor of an event. */
export function asActor(colleague: Colleague): EventActor {
  return { kind: 'person', personId: colleague.id, name: colleague.name };
}

/** What happened to one lead, in order; each event but a note is one version. */
export class History {
  readonly events: Row<'lead_event'>[] = [];
  private last = new Date(0);
  private versions = 0;
  private readonly organization: Organization;
  private readonly leadId: string;
  private readonly random: Random;

  constructor(organization: Organization, leadId: string, random: Random) {
    this.organization = organization;
    this.leadId = leadId;
    this.random = random;
  }

  get version(): number {
    return this.versions;
  }

  get lastAt(): Date {
    return this.last;
  }

  /** Adds an event after the one before it; returns the moment it happened. */
  add(
    type: LeadEventType,
    at: Date,
    actor: EventActor,
    changes: readonly Change[],
    note: string | null = null,
  ): Date {
    this.last = at > this.last ? at : after(this.last, 1000);
    this.versions += 1;
    this.push({ type, id: demoId(this.last, this.random), actor, changes, note });
    return this.last;
  }

  /** Adds what happened with the event before it, without a change of the lead. */
  note(type: LeadEventType, actor: EventActor): void {
    this.push({ type, id: demoId(after(this.last, 1), this.random), actor, changes: [], note: null });
  }

  private push({ type, id, actor, changes, note }: NewEvent): void {
    this.events.push({
      organization_id: this.organization.id,
      id,
      lead_id: this.leadId,
      type,
      at: this.last,
      actor_kind: actor.kind,
      actor_person_id: actor.personId,
      actor_name: actor.name,
      changes: JSON.stringify(changes),
      note,
      version: this.versions,
    });
  }
}

interface NewEvent {
  readonly type: LeadEventType;
  readonly id: string;
  readonly actor: EventActor;
  readonly changes: readonly Change[];
  readonly note: string | null;
}

/** A change of one field. */
export function changed(field: string, before: unknown, afterwards: unknown): Change {
  return { field, before, after: afterwards };
}

/** A change of the state of a lead. */
export function moved(before: LeadState, afterwards: LeadState): Change {
  return changed('status', before, afterwards);
}
