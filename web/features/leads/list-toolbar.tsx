import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconKeyboard } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useMe } from '../../api/me.ts';
import type { ColumnChoice } from './column-choice.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { ExportMenu } from './export-menu.tsx';
import type { FilterPanel } from './filter-panel-state.ts';
import classes from './leads.module.css';
import { SearchBox } from './search-box.tsx';
import { countFilters, type SortOrder } from './selection.ts';
import type { ListControl } from './use-list-state.ts';

const KeyboardHelp = lazy(() =>
  import('./keyboard-help.tsx').then((module) => ({ default: module.KeyboardHelp })),
);

interface Props {
  control: ListControl;
  columns: ColumnChoice;
  total: number;
  filterPanel: FilterPanel;
  isNarrow: boolean;
  help: { opened: boolean; setOpened: (opened: boolean) => void };
}

/** Search, filters, columns, export and help. */
export function ListToolbar({ control, columns, total, filterPanel, isNarrow, help }: Props) {
  const { permissions } = useMe();
  const { state, change } = control;
  const set = countFilters(state.filters);
  return (
    <div className={classes.toolbar}>
      <SearchBox search={state.search} onSearch={(search) => change({ search })} />
      <div className={classes.tools}>
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          aria-expanded={filterPanel.opened}
          onClick={filterPanel.toggle}
        >
          Filters{set > 0 && <span className={classes.toolCount}>{set}</span>}
        </Button>
        {isNarrow ? (
          <SortSelect sort={state.sort} onSort={(sort) => change({ sort })} />
        ) : (
          <ColumnChooser {...columns} />
        )}
        {permissions.exportLeads && <ExportMenu state={state} total={total} iconOnly={isNarrow} />}
        {!isNarrow && (
          <Tooltip label="Keyboard shortcuts (?)">
            <ActionIcon size={34} aria-label="Keyboard shortcuts" onClick={() => help.setOpened(true)}>
              <IconKeyboard size={19} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {help.opened && (
        <Suspense fallback={null}>
          <KeyboardHelp onClose={() => help.setOpened(false)} />
        </Suspense>
      )}
    </div>
  );
}

const sortWords: { value: SortOrder; label: string }[] = [
  { value: '-createdAt', label: 'Newest first' },
  { value: 'createdAt', label: 'Oldest first' },
  { value: 'expiresAt', label: 'Expires first' },
  { value: 'customerName', label: 'Customer A–Z' },
  { value: '-customerName', label: 'Customer Z–A' },
  { value: '-leadQuality', label: 'Best quality first' },
  { value: 'leadQuality', label: 'Lowest quality first' },
  { value: '-dealValue', label: 'Highest value first' },
  { value: 'dealValue', label: 'Lowest value first' },
  { value: 'status', label: 'Status' },
  { value: '-status', label: 'Status, backwards' },
  { value: '-expiresAt', label: 'Expires last' },
];

function SortSelect({ sort, onSort }: { sort: SortOrder; onSort: (sort: SortOrder) => void }) {
  return (
    <NativeSelect
      aria-label="Sort by"
      className={classes.sortSelect}
      data={sortWords}
      value={sort}
      onChange={(event) => onSort(event.currentTarget.value as SortOrder)}
    />
  );
}
