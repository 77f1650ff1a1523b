import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconKeyboard } from '@tabler/icons-react';
import { useMe } from '../../../api/me.ts';
import { countFilters, type SortOrder } from '../../../lead-query/selection.ts';
import { askForKeyboardHelp } from '../../../ui/shortcuts.ts';
import type { ColumnChoice } from './column-choice.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { Column } from './columns.tsx';
import type { DensityChoice } from './density.ts';
import { ExportMenu } from './export-menu.tsx';
import type { FilterPanel } from './filter-panel-state.ts';
import classes from './leads.module.css';
import { SearchBox } from './search-box.tsx';
import type { ListControl } from './use-list-state.ts';

interface Props {
  control: ListControl;
  columns: ColumnChoice;
  withoutRoom: Column[];
  density: DensityChoice;
  total: number;
  filterPanel: FilterPanel;
  isNarrow: boolean;
}

/** Search, filters, columns, export and help. */
export function ListToolbar(props: Props) {
  const { control, total, filterPanel, isNarrow } = props;
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
          <ColumnChooser {...props.columns} {...props.density} withoutRoom={props.withoutRoom} />
        )}
        {permissions.exportLeads && <ExportMenu state={state} total={total} iconOnly={isNarrow} />}
        {!isNarrow && (
          <Tooltip label="Keyboard shortcuts (?)">
            <ActionIcon size={34} aria-label="Keyboard shortcuts" onClick={askForKeyboardHelp}>
              <IconKeyboard size={19} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
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
  { value: '-dealValue', label: 'Highest value first (approximately, in USD)' },
  { value: 'dealValue', label: 'Lowest value first (approximately, in USD)' },
  { value: 'emailValidity', label: 'Valid email first' },
  { value: '-emailValidity', label: 'Valid email last' },
  { value: 'phoneValidity', label: 'Valid phone first' },
  { value: '-phoneValidity', label: 'Valid phone last' },
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
