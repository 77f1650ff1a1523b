import { Button, Checkbox, Popover, Switch } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import type { DeskDensity } from '../../../../contract/leads/lists.ts';
import { t } from './catalogue.ts';
import type { ColumnChoice } from './column-choice.ts';
import { type Column, columns } from './columns.tsx';
import classes from './leads.module.css';

interface Props extends ColumnChoice {
  density: DeskDensity;
  onDensity: (density: DeskDensity) => void;
  /** Chosen, but there is no room for them at the moment. */
  withoutRoom: Column[];
}

/** Shows and hides columns and sets the row height; the choice is remembered. */
export function ColumnChooser({ visible, withoutRoom, toggle, reset, isUsual, density, onDensity }: Props) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md" width={230}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('columnChooser.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columnChooser.label')}>
        <div className={classes.columnList}>
          {columns.map((column, index) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.fullLabel ?? column.label}
              checked={visible.some(({ id }) => id === column.id)}
              disabled={index === 0}
              onChange={() => toggle(column.id)}
            />
          ))}
        </div>
        {withoutRoom.length > 0 && (
          <p className={`ll-small ${classes.withoutRoom}`}>
            {t('columnChooser.noRoom', {
              columns: withoutRoom.map((column) => column.label).join(', '),
            })}
          </p>
        )}
        <Button variant="subtle" size="compact-sm" mt="xs" disabled={isUsual} onClick={reset}>
          {t('columnChooser.reset')}
        </Button>
        <Switch
          className={classes.density}
          size="xs"
          label={t('columnChooser.compact')}
          checked={density === 'compact'}
          onChange={(event) => onDensity(event.currentTarget.checked ? 'compact' : 'comfortable')}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
