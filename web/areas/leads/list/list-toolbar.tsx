import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconKeyboard } from '@tabler/icons-react';
import type { DeskLayout } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/me.ts';
import type { SortOrder } from '../../../lead-query/list-state.ts';
import { countFilters } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { askForKeyboardHelp } from '../../../ui/shortcuts.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import type { ColumnChoice } from './column-choice.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { Column } from './columns.tsx';
import { ExportButton } from './export-button.tsx';
import type { FilterPanel } from './filter-panel-state.ts';
import { LayoutToggle } from './layout-toggle.tsx';
import classes from './leads.module.css';
import { MineButton } from './mine-button.tsx';
import { SearchBox } from './search-box.tsx';

interface Props {
  control: ListControl;
  columns: ColumnChoice;
  withoutRoom: Column[];
  total: number;
  filterPanel: FilterPanel;
  isNarrow: boolean;
  layout: DeskLayout;
  onLayout: (layout: DeskLayout) => void;
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
        <MineButton control={control} iconOnly={isNarrow} />
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          aria-expanded={filterPanel.opened}
          onClick={filterPanel.toggle}
        >
          {t('toolbar.filters')}
          {set > 0 && <span className={`ll-set-count ${classes.toolCount}`}>{set}</span>}
        </Button>
        {isNarrow || props.layout === 'classic' ? (
          <SortSelect sort={state.sort} onSort={(sort) => change({ sort })} />
        ) : (
          <ColumnChooser
            {...props.columns}
            withoutRoom={props.withoutRoom}
            density={control.look.density}
            onDensity={(density) => control.changeLook({ density })}
          />
        )}
        {!isNarrow && <LayoutToggle layout={props.layout} onLayout={props.onLayout} />}
        {permissions.exportLeads && (
          <ExportButton state={state} total={total} columns={props.columns} iconOnly={isNarrow} />
        )}
        {!isNarrow && (
          <Tooltip label={t('toolbar.shortcutsHint')}>
            <ActionIcon size={34} aria-label={shared('title.keyboardShortcuts')} onClick={askForKeyboardHelp}>
              <IconKeyboard size={19} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </div>
  );
}

/** In the order in which the sort menu offers them. */
const sortWords: Readonly<Record<SortOrder, string>> = {
  '-createdAt': t('sort.newest'),
  createdAt: t('sort.oldest'),
  expiresAt: t('sort.expiresFirst'),
  customerName: t('sort.customerUp'),
  '-customerName': t('sort.customerDown'),
  '-leadQuality': t('sort.bestQuality'),
  leadQuality: t('sort.lowestQuality'),
  '-dealValue': t('sort.highestValue'),
  dealValue: t('sort.lowestValue'),
  emailValidity: t('sort.validEmailFirst'),
  '-emailValidity': t('sort.validEmailLast'),
  phoneValidity: t('sort.validPhoneFirst'),
  '-phoneValidity': t('sort.validPhoneLast'),
  status: words.field.status,
  '-status': t('sort.statusBackwards'),
  '-expiresAt': t('sort.expiresLast'),
};

function SortSelect({ sort, onSort }: { sort: SortOrder; onSort: (sort: SortOrder) => void }) {
  return (
    <NativeSelect
      aria-label={t('toolbar.sortBy')}
      className={classes.sortSelect}
      data={Object.entries(sortWords).map(([value, label]) => ({ value, label }))}
      value={sort}
      onChange={(event) => onSort(event.currentTarget.value as SortOrder)}
    />
  );
}
