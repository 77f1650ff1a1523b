import { Kbd, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/index.ts';
import { keysAreOn, switchKeys } from '../../ui/shortcuts.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { paletteKeys } from '../palette/palette-keys.ts';
import { foldKeys } from '../rail/fold.ts';
import classes from '../shell.module.css';
import { t } from './catalogue.ts';

const shortcuts: { keys: string[]; does: string }[] = [
  { keys: ['j', 'k'], does: t('does.walk') },
  { keys: ['↑', '↓'], does: t('does.rows') },
  { keys: ['Enter'], does: t('does.open') },
  { keys: ['f'], does: t('does.favorite') },
  { keys: ['a'], does: t('does.accept') },
  { keys: ['d'], does: t('does.decline') },
  { keys: ['i'], does: t('does.owner') },
  { keys: ['p'], does: t('does.preview') },
  { keys: ['Shift', 'F10'], does: t('does.rowMenu') },
  { keys: ['F2'], does: t('does.editCell') },
  { keys: ['Alt', 'Shift', '←', '→'], does: t('does.moveColumn') },
  { keys: ['x'], does: t('does.select') },
  { keys: ['Shift+↑', 'Shift+↓'], does: t('does.selectRange') },
  { keys: ['Ctrl+A'], does: t('does.selectLoaded') },
  { keys: ['b'], does: t('does.toBar') },
  { keys: ['/'], does: shared('action.search') },
  { keys: [paletteKeys.shown], does: t('does.palette') },
  { keys: [foldKeys.shown], does: t('does.fold') },
  { keys: ['Esc'], does: t('does.back') },
  { keys: ['?'], does: t('does.help') },
];

/** Lists the shortcuts and lets people turn them off if other tools use the same keys. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(keysAreOn());
  return (
    <Dialog onClose={onClose} title={shared('title.keyboardShortcuts')} size="sm">
      <dl className={classes.shortcuts}>
        {shortcuts.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
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
