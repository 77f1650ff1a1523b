import { Kbd, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { nameKeys } from '../../ui/key-names/key-names.ts';
import { keysAreOn, switchKeys } from '../../ui/shortcuts.ts';
import { shared } from '../../ui/words/catalogue.ts';
import classes from '../shell.module.css';
import { t } from './catalogue.ts';
import { shortcuts } from './shortcut-list.ts';

/** Lists the shortcuts and lets people turn them off if other tools use the same keys. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(keysAreOn());
  return (
    <Dialog onClose={onClose} title={shared('title.keyboardShortcuts')} size="md">
      <dl className={classes.shortcuts}>
        {shortcuts.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{nameKeys(key)}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        label={t('single')}
        description={t('singleHint')}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          switchKeys(event.currentTarget.checked);
        }}
      />
    </Dialog>
  );
}
