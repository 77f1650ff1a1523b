import {
  IconBell,
  IconBellOff,
  IconDeviceFloppy,
  IconHome,
  IconHomeOff,
  IconPencil,
  IconRotate,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { deskQuery } from '../../../lead-query/desk-data.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { t } from './catalogue.ts';
import { useOpenView } from './use-open-view.ts';
import { useViewActions, useViewHabits } from './use-view-actions.ts';

/** What a dialog asks before something is done with a view. */
export type Asking = 'create' | 'rename' | 'remove';

/** Something that can be done with the view that is open. */
export interface ViewDeed {
  readonly id: string;
  readonly label: string;
  readonly icon: typeof IconBell;
  readonly isDanger?: true;
  readonly run: () => void;
}

/** What the person may do now with the view that is open, for its menu and for the command palette. */
export function useViewDeeds(control: ListControl, ask: (asking: Asking) => void): ViewDeed[] {
  const { view, isChanged } = control;
  const actions = useViewActions(control);
  const habits = useViewHabits();
  const { open } = useOpenView();
  const first = useQuery(deskQuery).data?.defaultViewId;
  if (!view) return [];
  const isFirst = view.id === first;
  const deeds: (ViewDeed | false)[] = [
    isChanged &&
      view.mine && {
        id: 'save',
        label: t('actions.save'),
        icon: IconDeviceFloppy,
        run: () => void actions.save(view),
      },
    isChanged && {
      id: 'reset',
      label: t('actions.reset'),
      icon: IconRotate,
      run: () => void actions.reset(view, () => open(view.id)),
    },
    {
      id: 'first',
      label: isFirst ? t('actions.noDefault') : t('actions.makeDefault'),
      icon: isFirst ? IconHomeOff : IconHome,
      run: () => void habits.openFirst(isFirst ? null : view),
    },
    {
      id: 'follow',
      label: view.followed ? t('actions.unfollow') : t('actions.follow'),
      icon: view.followed ? IconBellOff : IconBell,
      run: () => void habits.follow(view, !view.followed),
    },
    view.mine && { id: 'rename', label: t('actions.rename'), icon: IconPencil, run: () => ask('rename') },
    view.mine && {
      id: 'remove',
      label: t('actions.remove'),
      icon: IconTrash,
      isDanger: true,
      run: () => ask('remove'),
    },
  ];
  return deeds.filter((deed) => deed !== false);
}
