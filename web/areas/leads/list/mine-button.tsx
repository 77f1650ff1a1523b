import { ActionIcon, Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useMe } from '../../../api/me.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { t } from './catalogue.ts';
import { mineOf } from './mine.ts';

/** Narrows the list to the leads that the person owns, and back; for people who work leads. */
export function MineButton({ control, iconOnly }: { control: ListControl; iconOnly: boolean }) {
  const { permissions } = useMe();
  const { state, change } = control;
  if (!permissions.workLeads) return null;
  const { isMine, toggled } = mineOf(state.filters);
  const look = {
    variant: isMine ? 'light' : 'default',
    'aria-pressed': isMine,
    title: t('toolbar.mineHint'),
    onClick: () => change({ filters: toggled }),
  };
  const icon = <IconUser size={16} stroke={1.8} aria-hidden />;
  if (iconOnly) {
    return (
      <ActionIcon size={36} aria-label={t('toolbar.mine')} {...look}>
        {icon}
      </ActionIcon>
    );
  }
  return (
    <Button leftSection={icon} {...look}>
      {t('toolbar.mine')}
    </Button>
  );
}
