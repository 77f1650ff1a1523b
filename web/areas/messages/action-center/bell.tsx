import { Popover, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ActionCenterCounts } from '../../../../contract/messages/action-center.ts';
import { useLiveNews } from '../../../api/live.ts';
import { countWords } from '../../../ui/format.ts';
import { actionCenterKeys, countsQuery } from './action-center-data.ts';
import classes from './bell.module.css';
import { badgeText } from './places.ts';

const loadPanel = () => import('./action-center-panel.tsx');
const ActionCenterPanel = lazy(async () => ({ default: (await loadPanel()).ActionCenterPanel }));

/** The bell of the top bar: how much is due, and new since the person last looked; a panel with the first of it (NT-5). */
export function Bell() {
  const client = useQueryClient();
  const counts = useQuery(countsQuery).data;
  const [opened, setOpened] = useState(false);
  useLiveNews(() => void client.invalidateQueries({ queryKey: actionCenterKeys.all }));
  useCloseOnNavigation(() => setOpened(false));
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
          aria-label={nameOf(counts)}
          onClick={() => setOpened((before) => !before)}
          onPointerEnter={() => void loadPanel()}
        >
          <IconBell size={20} stroke={1.7} aria-hidden />
          <Badge counts={counts} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Action center" aria-labelledby={undefined}>
        <Suspense fallback={<div className={classes.loading} aria-busy />}>
          <ActionCenterPanel />
        </Suspense>
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

function nameOf(counts: ActionCenterCounts | undefined): string {
  if (!counts) return 'Action center';
  const { mandatory, recommended, unread, due, fresh } = counts;
  const total = due + fresh;
  // What is seen is heard as well.
  return `Action center${total > 0 ? ` ${badgeText(total)}` : ''}: ${countWords(mandatory + recommended, 'thing to do', 'things to do')}, ${unread} unread, ${due} due, ${fresh} new`;
}

/** Whatever in the panel leads elsewhere has done its work. */
function useCloseOnNavigation(close: () => void) {
  const place = useRouterState({ select: (state) => state.location.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of place closes
  useEffect(close, [place]);
}
