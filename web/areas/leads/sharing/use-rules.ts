import { useQueryClient } from '@tanstack/react-query';
import type { SharingRules } from '../../../../contract/leads/sharing.ts';
import { adoptAnswer } from '../../../api/adopt-answer.ts';
import { request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import {
  type EscalationChange,
  type RuleChange,
  rulesQuery,
  sharingKey,
  toChanges,
  toEscalation,
} from './sharing-data.ts';

/** Saves the rules; what others changed meanwhile is never overwritten. */
export function useRules() {
  const client = useQueryClient();

  /** @throws ApiError */
  async function save(
    rules: readonly RuleChange[],
    escalation: EscalationChange,
    revision: string,
  ): Promise<SharingRules> {
    const answer = await request('PUT /api/v1/sharing-rules', {
      body: { rules: [...rules], escalation },
      headers: { 'if-match': `"${revision}"` },
    });
    await adoptAnswer(client, rulesQuery.queryKey, answer);
    void client.invalidateQueries({ queryKey: sharingKey });
    return answer;
  }

  /** Saves a change that is made with one click, and offers to undo it. */
  async function saveNow(
    rules: readonly RuleChange[],
    before: SharingRules,
    done: string,
    escalation = toEscalation(before),
  ): Promise<void> {
    try {
      const { revision } = await save(rules, escalation, before.revision);
      announceWithUndo(done, () => {
        save(toChanges(before), toEscalation(before), revision)
          .then(() => announce(t('rules.restored')))
          .catch((error: unknown) => announceFailure(t('rules.failed'), error));
      });
    } catch (error) {
      announceFailure(t('rules.failed'), error);
      await client.invalidateQueries({ queryKey: sharingKey });
    }
  }

  return { save, saveNow };
}
