import { queryOptions } from '@tanstack/react-query';
import type { SharingRule, SharingRules, SharingRulesChange } from '../../../../contract/leads/sharing.ts';
import { request } from '../../../api/client.ts';

/** Everything about sharing leads. */
export const sharingKey = ['sharing'] as const;

/** The rules that give new leads to people. */
export const rulesQuery = queryOptions({
  queryKey: [...sharingKey, 'rules'],
  queryFn: ({ signal }) => request('GET /api/v1/sharing-rules', { signal }),
});

/** Leads that no rule can give to anybody now. */
export const waitingQuery = queryOptions({
  queryKey: [...sharingKey, 'waiting'],
  queryFn: ({ signal }) => request('GET /api/v1/sharing-rules/waiting', { signal }),
});

/** Who owns how many leads that need somebody. */
export const holdersQuery = queryOptions({
  queryKey: [...sharingKey, 'holders'],
  queryFn: ({ signal }) => request('GET /api/v1/held-leads', { signal }),
});

/** A rule as it is sent. */
export type RuleChange = SharingRulesChange['rules'][number];

/** A rule as it would be sent unchanged. */
export function toChange({ people, waiting: _, waitingSince: __, ...rule }: SharingRule): RuleChange {
  return { ...rule, people: people.map(({ id, perWeek }) => ({ personId: id, perWeek })) };
}

/** All rules as they would be sent unchanged. */
export function toChanges({ rules }: SharingRules): RuleChange[] {
  return rules.map(toChange);
}

/** Who is told of what nobody answers, as it is sent. */
export type EscalationChange = SharingRulesChange['escalation'];

/** The same as it would be sent unchanged. */
export function toEscalation({ escalation }: SharingRules): EscalationChange {
  return escalation && { afterHours: escalation.afterHours, personId: escalation.person.id };
}
