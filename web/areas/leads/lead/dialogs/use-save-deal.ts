import type { Lead } from '../../../../../contract/leads/leads.ts';
import type { ClientProblem } from '../../../../api/client.ts';
import { announce, type DraftControl, type Submission } from '../../../../ui/forms/index.ts';
import { type DealForm, readForm } from '../deal-form/deal-form.ts';
import { toChange } from '../deal-values.ts';
import { useLeadCache } from '../lead-data.ts';
import { changeLead } from '../refusals.ts';
import { t } from './catalogue.ts';
import type { ConflictState } from './use-conflict.ts';

interface SaveDeal {
  /** Sends what differs from the version being edited; closes at once when nothing does. */
  save: (values: DealForm, submission: Submission, draft: DraftControl) => Promise<unknown> | undefined;
  /** Finishes when the refused save had arrived at the first try. */
  onArrived: (problem: ClientProblem) => boolean;
}

/** LC-6: saves changes to a deal, based on the version that was shown. */
export function useSaveDeal(
  lead: Lead,
  conflict: ConflictState,
  locale: string | undefined,
  onDone: () => void,
): SaveDeal {
  const cache = useLeadCache();
  function finish(words: string): true {
    announce(words);
    onDone();
    return true;
  }
  return {
    save(values, submission, draft) {
      const { base } = conflict;
      const change = toChange(base.values, readForm(values, locale));
      if (Object.keys(change).length === 0) {
        draft.clear();
        if (conflict.problem) announce(t('conflict.theirsKept'));
        onDone();
        return undefined;
      }
      return submission.run(
        async () => {
          cache.adopt(await changeLead(lead.id, base.version, change));
          finish(t('edit.done'));
        },
        { body: change },
      );
    },
    onArrived: (problem) => conflict.isSaved(problem) && finish(t('edit.arrived')),
  };
}
