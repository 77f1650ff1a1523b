import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import type { ColumnChoice } from './column-choice.ts';
import { columns } from './columns.tsx';
import classes from './leads.module.css';

/** Shows and hides columns; the choice stays for the next time. */
export function ColumnChooser({ visible, toggle, reset, isUsual }: ColumnChoice) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md" width={230}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <div className={classes.columnList}>
          {columns.map((column, index) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.fullLabel ?? column.label}
              checked={visible.includes(column)}
              disabled={index === 0}
              onChange={() => toggle(column.id)}
            />
          ))}
        </div>
        <Button variant="subtle" size="compact-sm" mt="xs" disabled={isUsual} onClick={reset}>
          Reset to the usual columns
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
