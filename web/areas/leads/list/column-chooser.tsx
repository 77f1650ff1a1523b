import { Button, Popover } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useState } from 'react';
import { useLoaded } from '../../../ui/late-code.ts';
import { t } from './catalogue.ts';
import type { ColumnSettingsProps } from './column-settings.tsx';

const load = () => import('./column-settings.tsx');

/** Shows, hides, orders and pins columns, and sets the row height; the choice is remembered. */
export function ColumnChooser(props: ColumnSettingsProps) {
  const [isWanted, setWanted] = useState(false);
  const settings = useLoaded(load, isWanted);
  return (
    <Popover
      opened={isWanted && settings !== undefined}
      onChange={setWanted}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
      width={320}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconColumns size={16} aria-hidden />}
          onClick={() => setWanted((wanted) => !wanted)}
        >
          {t('columnChooser.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columnChooser.label')}>
        {settings && <settings.ColumnSettings {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
}
