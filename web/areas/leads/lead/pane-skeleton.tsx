import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { customerLabel } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './lead-pane.module.css';

/** The name of the lead next to the list; it takes the focus when the keyboard goes there. */
export function PaneTitle({
  leadId,
  hidden = false,
  children,
}: {
  leadId: string;
  hidden?: boolean;
  children: ReactNode;
}) {
  return (
    <h2 className={hidden ? 'll-visually-hidden' : classes.title} tabIndex={-1} data-pane-title={leadId}>
      <bdi>{children}</bdi>
    </h2>
  );
}

interface PaneSkeletonProps {
  leadId?: string;
  /** The lead as the list has it. */
  summary?: LeadSummary | undefined;
}

/** The pane while its lead is loading, with its name if the list knows it. */
export function PaneSkeleton({ leadId, summary }: PaneSkeletonProps) {
  return (
    <div className={classes.scroll} aria-busy>
      <header className={classes.head}>
        <div className={classes.headText}>
          {leadId !== undefined && summary && <PaneTitle leadId={leadId}>{customerLabel(summary)}</PaneTitle>}
          <span className="ll-visually-hidden">{t('page.loading')}</span>
          <Skeleton height={20} width="22rem" maw="100%" mt={summary ? 4 : 32} />
        </div>
      </header>
      <div aria-hidden>
        {[7, 14, 10].map((height) => (
          <Skeleton key={height} height={`${height}rem`} radius="md" mb={14} />
        ))}
      </div>
    </div>
  );
}
