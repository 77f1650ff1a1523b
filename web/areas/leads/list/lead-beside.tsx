import { IconHandClick } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { PaneSkeleton } from '../lead/pane-skeleton.tsx';
import { t } from './catalogue.ts';
import classes from './classic.module.css';
import type { Answer, LeadList, ListKeys } from './list-view.ts';
import type { OpenLead } from './use-open-lead.ts';

const LeadPane = later(
  () => import('../lead/lead-pane.tsx'),
  'LeadPane',
  ({ leadId, summary }) => <PaneSkeleton leadId={leadId} summary={summary} />,
);
/** Loads the code of the lead next to the list. */
export const loadPane = LeadPane.load;

interface Props {
  beside: OpenLead;
  list: LeadList;
  keys: ListKeys;
  answer: Answer;
  answeringId: string | null;
}

/** The lead next to the list. Its code loads with the first lead: the list loads without. */
export function LeadBeside({ beside, list, keys, answer, answeringId }: Props) {
  const { id, lead, nextId, previousId } = beside;
  const params = { ...useSearch({ from: '/leads' }), ...(id !== null && { lead: id }) };
  const index = list.leads.findIndex((one) => one.id === id);
  const afterNext = index === -1 ? undefined : list.leads[index + 2]?.id;
  const goOn = (leadId: string) => () => {
    beside.open(leadId);
    keys.focusPane(leadId);
  };
  const isLoading = list.isPending || list.isPlaceholderData;
  return (
    <section className={classes.pane} aria-label={t('layout.pane')} data-lead-pane>
      {id === null && !isLoading && (
        <EmptyState icon={<IconHandClick size={26} stroke={1.7} />} title={t('layout.none.title')}>
          {t('layout.none.text')}
        </EmptyState>
      )}
      {id === null && isLoading && <PaneSkeleton />}
      {id !== null && (
        <LeadPane
          key={id}
          leadId={id}
          summary={lead}
          params={params}
          ahead={[nextId, previousId, afterNext]}
          onAnswer={answer}
          isAnswering={answeringId === id}
          onNext={nextId === null ? undefined : goOn(nextId)}
        />
      )}
    </section>
  );
}
