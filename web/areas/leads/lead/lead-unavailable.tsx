import { IconFileSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState, ErrorState } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import type { useShownLead } from './use-shown-lead.ts';

interface LeadUnavailableProps {
  lead: Pick<ReturnType<typeof useShownLead>, 'error' | 'isMissing' | 'refetch'>;
  /** What can be done instead. */
  children: ReactNode;
}

/** Shown instead of a lead that is gone, is not for this person, or did not load. */
export function LeadUnavailable({ lead, children }: LeadUnavailableProps) {
  if (lead.isMissing) {
    return (
      <EmptyState
        icon={<IconFileSearch size={26} stroke={1.7} />}
        title={t('page.missing.title')}
        actions={children}
      >
        {t('page.missing.text')}
      </EmptyState>
    );
  }
  return (
    <ErrorState
      error={lead.error}
      title={t('page.failed')}
      onRetry={() => void lead.refetch()}
      actions={children}
    />
  );
}
