import { IconLayoutList, IconPlus } from '@tabler/icons-react';
import { type Command, useCommands } from '../../../ui/commands.ts';
import { t } from './catalogue.ts';
import type { ViewDeed } from './view-deeds.ts';

interface ViewCommands {
  deeds: readonly ViewDeed[];
  onCreate: () => void;
  /** Leaves the view that is open; undefined: none is. */
  onAll: (() => void) | undefined;
}

/** Announces to the command palette what can be done with views, and with the one that is open. */
export function useViewCommands({ deeds, onCreate, onAll }: ViewCommands): void {
  const commands: Command[] = [
    { id: 'list.save-view', of: 'list', label: t('menu.saveAs'), icon: IconPlus, run: onCreate },
    ...deeds.map(
      ({ id, label, icon, run }): Command => ({
        id: `view.${id}`,
        of: 'list',
        label: t('command', { deed: label }),
        icon,
        run,
      }),
    ),
  ];
  if (onAll)
    commands.push({ id: 'view.leave', of: 'list', label: t('leave'), icon: IconLayoutList, run: onAll });
  useCommands(commands);
}
