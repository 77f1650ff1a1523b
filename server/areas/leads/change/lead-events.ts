import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import { newId } from '../../../platform/ids.ts';
import type { Actor } from '../../identity/index.ts';

/** One field, before and after, as timelines and conflicts show it. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Who a timeline names: a person or a program of the organization, or a voice from outside. */
export type EventActor =
  | Actor
  | {
      readonly kind: 'system' | 'customer' | 'marketplace';
      readonly personId: null;
      readonly name: string;
    };

/** Leadlight itself, in timelines. */
export const leadlight = { kind: 'system', personId: null, name: 'Leadlight' } as const;

export interface NewLeadEvent {
  readonly organizationId: string;
  readonly leadId: string;
  readonly type: LeadEventType;
  readonly at: Date;
  readonly actor: EventActor;
  readonly changes?: readonly FieldChange[];
  readonly note?: string | null;
  readonly version: number;
}

/** The row of an event. */
export function newEvent(event: NewLeadEvent) {
  return {
    organization_id: event.organizationId,
    id: newId(),
    lead_id: event.leadId,
    type: event.type,
    at: event.at,
    actor_kind: event.actor.kind,
    actor_person_id: event.actor.personId,
    actor_name: event.actor.name,
    note: event.note ?? null,
    version: event.version,
  };
}
