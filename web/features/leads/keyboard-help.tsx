import { Kbd, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import classes from './leads.module.css';
import { keysAreOn, switchKeys } from './use-list-keys.ts';

const shortcuts: { keys: string[]; does: string }[] = [
  { keys: ['j', 'k'], does: 'Next, previous lead' },
  { keys: ['Enter'], does: 'Open the lead' },
  { keys: ['f'], does: 'Mark or unmark the favorite' },
  { keys: ['a'], does: 'Accept the lead' },
  { keys: ['d'], does: 'Decline the lead' },
  { keys: ['/'], does: 'Search' },
  { keys: ['Esc'], does: 'Close the preview, clear the search' },
  { keys: ['?'], does: 'Show these shortcuts' },
];

/** Lists the shortcuts, and switches them off for people whose tools use the same keys. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(keysAreOn());
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" size="sm">
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
        description="Switch them off if they get in the way of speech input or other tools."
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          switchKeys(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
