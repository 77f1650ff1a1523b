import { Button, Loader, Popover } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useState } from 'react';
import { useLoaded } from '../../../ui/late-code.ts';
import { useIsLate } from '../../../ui/waiting.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import type { ColumnSettingsProps } from './column-settings.tsx';

const loadSettings = () => import('./column-settings.tsx');

interface Props extends ColumnSettingsProps {
  /** For tests. */
  load?: typeof loadSettings;
}

/** Shows, hides, orders and pins columns, and sets the row height; the choice is remembered. */
export function ColumnChooser({ load = loadSettings, ...props }: Props) {
  const [isWanted, setWanted] = useState(false);
  const settings = useLoaded(load, isWanted);
  const isLate = useIsLate(isWanted && settings === undefined);
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
          leftSection={isLate ? <Loader size={16} aria-hidden /> : <IconColumns size={16} aria-hidden />}
          aria-busy={isLate}
          // What is still on its way stays wanted.
          onClick={() => setWanted((wanted) => !wanted || settings === undefined)}
        >
          {shared('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={shared('columns')}>
        {settings && <settings.ColumnSettings {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
}
