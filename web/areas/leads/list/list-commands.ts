import {
  IconAdjustmentsHorizontal,
  IconBaselineDensityMedium,
  IconFilterOff,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import type { DeskLayout } from '../../../../contract/leads/lists.ts';
import { useMe } from '../../../api/me.ts';
import { activeSearch, countFilters } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { type Command, useCommands } from '../../../ui/commands.ts';
import { t } from './catalogue.ts';
import type { FilterPanel } from './filter-panel-state.ts';
import { layoutIcons } from './layout-toggle.tsx';
import { mineOf } from './mine.ts';
import { searchBoxId } from './search-box.tsx';

interface LayoutChoice {
  layout: DeskLayout;
  choose: (layout: DeskLayout) => void;
  /** The width of a phone, where there is one layout. */
  isNarrow: boolean;
}

/** Announces what can be done with the list to the command palette. */
export function useListCommands(
  { state, change, look, changeLook }: ListControl,
  panel: FilterPanel,
  { layout, choose, isNarrow }: LayoutChoice,
): void {
  const { workLeads } = useMe().permissions;
  const { filters, search } = state;
  const { isMine, toggled } = mineOf(filters);
  const isCompact = look.density === 'compact';
  const otherLayout = layout === 'grid' ? 'classic' : 'grid';
  const isNarrowed = countFilters(filters) > 0 || activeSearch(search) !== undefined;
  const commands: (Command | false)[] = [
    {
      id: 'list.search',
      of: 'list',
      label: t('commands.search'),
      icon: IconSearch,
      keys: '/',
      run: () => document.getElementById(searchBoxId)?.focus(),
    },
    isNarrowed && {
      id: 'list.clear',
      of: 'list',
      label: t('commands.clear'),
      icon: IconFilterOff,
      run: () => change({ filters: {}, search: '' }),
    },
    workLeads && {
      id: 'list.mine',
      of: 'list',
      label: t(isMine ? 'commands.everyones' : 'commands.mine'),
      icon: IconUser,
      run: () => change({ filters: toggled }),
    },
    {
      id: 'list.filters',
      of: 'list',
      label: t(panel.opened ? 'commands.hideFilters' : 'commands.showFilters'),
      icon: IconAdjustmentsHorizontal,
      run: panel.toggle,
    },
    !isNarrow && {
      id: 'list.layout',
      of: 'list',
      label: t(`commands.layout.${otherLayout}`),
      icon: layoutIcons[otherLayout],
      run: () => choose(otherLayout),
    },
    {
      id: 'list.density',
      of: 'list',
      label: t(isCompact ? 'commands.comfortable' : 'commands.compact'),
      icon: IconBaselineDensityMedium,
      run: () => changeLook({ density: isCompact ? 'comfortable' : 'compact' }),
    },
  ];
  useCommands(commands.filter((command) => command !== false));
}
