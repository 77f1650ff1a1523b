import { Kbd, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../ui/index.ts';
import { keysAreOn, switchKeys } from '../ui/shortcuts.ts';
import classes from './shell.module.css';

const shortcuts: { keys: string[]; does: string }[] = [
  { keys: ['j', 'k'], does: 'Next, previous lead' },
  { keys: ['Enter'], does: 'Open the lead' },
  { keys: ['f'], does: 'Mark or unmark the favorite' },
  { keys: ['a'], does: 'Accept the lead' },
  { keys: ['d'], does: 'Decline the lead' },
  { keys: ['/'], does: 'Search' },
  { keys: ['Esc'], does: 'Close the preview, clear the search, go back to the list' },
  { keys: ['?'], does: 'Show these shortcuts' },
];

/** Lists the shortcuts, and switches them off for people whose tools use the same keys. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(keysAreOn());
  return (
    <Dialog onClose={onClose} title="Keyboard shortcuts" size="sm">
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
        label="Single-letter shortcuts"
        description="Turn them off if they get in the way of speech input or other tools."
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          switchKeys(event.currentTarget.checked);
        }}
      />
    </Dialog>
  );
}
