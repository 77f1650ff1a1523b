import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { shared } from '../words/catalogue.ts';
import classes from './forms.module.css';

const shownMs = 12_000;

/** Announces that something was done, with an Undo button while the notification is shown. */
export function announceWithUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    position: 'top-right',
    autoClose: shownMs,
    message: (
      <span className={classes.undo}>
        {message}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {shared('action.undo')}
        </Button>
      </span>
    ),
  });
}
