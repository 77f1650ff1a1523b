import { useQueryClient } from '@tanstack/react-query';
import type {
  Vocabularies,
  Vocabulary,
  VocabularyValue,
} from '../../../contract/vocabularies/vocabularies.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { request } from '../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import { vocabulariesQuery } from './vocabularies-data.ts';

type Headers = { 'if-match': string };
const basedOn = (revision: string): Headers => ({ 'if-match': `"${revision}"` });

/** Saves changes of vocabularies; what others changed meanwhile is never overwritten. */
export function useVocabulary() {
  const client = useQueryClient();
  const { queryKey } = vocabulariesQuery;

  /** Shows the answer to a change; what packs would do then is asked again. */
  async function adopt(answer: Vocabulary): Promise<Vocabulary> {
    const all = client.getQueryData<Vocabularies>(queryKey);
    if (all) {
      const items = all.items.map((one) => (one.name === answer.name ? answer : one));
      await adoptAnswer(client, queryKey, { ...all, items });
    }
    void client.invalidateQueries({ queryKey });
    return answer;
  }

  const order = (vocabulary: Vocabulary, codes: string[], revision: string) =>
    request('PUT /api/v1/vocabularies/:vocabulary/order', {
      params: { vocabulary: vocabulary.name },
      body: { codes },
      headers: basedOn(revision),
    }).then(adopt);

  const retire = (
    vocabulary: Vocabulary,
    { code }: VocabularyValue,
    replacedBy: string | null,
    revision: string,
  ) =>
    request('PUT /api/v1/vocabularies/:vocabulary/values/:code/retirement', {
      params: { vocabulary: vocabulary.name, code },
      body: { replacedBy },
      headers: basedOn(revision),
    }).then(adopt);

  const bringBack = (vocabulary: Vocabulary, { code }: VocabularyValue, revision: string) =>
    request('DELETE /api/v1/vocabularies/:vocabulary/values/:code/retirement', {
      params: { vocabulary: vocabulary.name, code },
      headers: basedOn(revision),
    }).then(adopt);

  /** Does what one click asks for, says so, and offers to undo it; a failure is announced. */
  async function now(
    done: string,
    change: () => Promise<Vocabulary>,
    undo: (revision: string) => Promise<unknown>,
  ): Promise<void> {
    try {
      const { revision } = await change();
      announceWithUndo(done, () => {
        undo(revision)
          .then(() => announce(t('told.undone')))
          .catch((error: unknown) => announceFailure(t('told.failed'), error));
      });
    } catch (error) {
      announceFailure(t('told.failed'), error);
      await client.invalidateQueries({ queryKey });
    }
  }

  return { adopt, order, retire, bringBack, now, basedOn };
}
