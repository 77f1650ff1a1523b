import { Popover, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ActionCenterCounts } from '../../../../../contract/messages/action-center.ts';
import { useLiveNews } from '../../../../api/live.ts';
import { formatNumber } from '../../../../ui/format.ts';
import { loadAhead } from '../../../../ui/late-code.ts';
import { later } from '../../../../ui/later.tsx';
import { useLocale } from '../../../../ui/use-locale.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import { actionCenterKeys, countsQuery } from '../action-center-data.ts';
import { badgeText } from '../places.ts';
import { useAppBadge } from './app-badge.ts';
import classes from './bell.module.css';
import { t } from './catalogue.ts';

const ActionCenterPanel = later(
  () => import('../action-center-panel.tsx'),
  'ActionCenterPanel',
  () => <div className={classes.loading} aria-busy />,
);

/**
 * The bell in the top bar: the number of tasks and of news since the person last looked, and a panel with the first of
 * them (NT-5).
 */
export function Bell() {
  const { locale } = useLocale();
  const client = useQueryClient();
  const counts = useQuery(countsQuery).data;
  const [opened, setOpened] = useState(false);
  useLiveNews(() => void client.invalidateQueries({ queryKey: actionCenterKeys.all }));
  useCloseOnNavigation(() => setOpened(false));
  useAppBadge(counts && counts.due + counts.fresh);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(26rem, calc(100vw - 1rem))"
      trapFocus
      returnFocus
      shadow="md"
      zIndex={200}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.bell}
          aria-label={nameOf(counts, locale)}
          onClick={() => setOpened((before) => !before)}
          onPointerEnter={() => loadAhead(ActionCenterPanel.load)}
        >
          <IconBell size={20} stroke={1.7} aria-hidden />
          <Badge counts={counts} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.dropdown}
        aria-label={shared('title.actionCenter')}
        aria-labelledby={undefined}
      >
        <ActionCenterPanel />
      </Popover.Dropdown>
    </Popover>
  );
}

function Badge({ counts }: { counts: ActionCenterCounts | undefined }) {
  if (!counts) return null;
  const total = counts.due + counts.fresh;
  if (total === 0) return null;
  return (
    <span className={classes.badge} data-pressing={counts.due > 0 || undefined} aria-hidden>
      {badgeText(total)}
    </span>
  );
}

function nameOf(counts: ActionCenterCounts | undefined, locale: string): string {
  if (!counts) return shared('title.actionCenter');
  const { mandatory, recommended, unread, due, fresh } = counts;
  const total = due + fresh;
  const count = mandatory + recommended;
  return t('status', {
    // Screen readers announce what the badge shows.
    isCounted: total > 0 ? 'yes' : 'no',
    total: badgeText(total),
    count,
    shown: formatNumber(count, locale),
    unread: formatNumber(unread, locale),
    due: formatNumber(due, locale),
    fresh: formatNumber(fresh, locale),
  });
}

/** Closes the panel once a link in it has led elsewhere. */
function useCloseOnNavigation(close: () => void) {
  const place = useRouterState({ select: (state) => state.location.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of place closes
  useEffect(close, [place]);
}
