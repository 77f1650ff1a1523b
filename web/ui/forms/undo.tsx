import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { shared } from '../words/catalogue.ts';

const shownMs = 12_000;

/** What can be done about something that was announced. */
interface FollowUp {
  label: string;
  act: () => void;
}

/** Announces that something was done, with buttons while the notification is shown; each closes it. */
export function announceWithButtons(message: string, buttons: readonly FollowUp[]): void {
  const id = notifications.show({
    position: 'top-right',
    autoClose: shownMs,
    message: (
      <span className="ll-apart">
        {message}
        {buttons.map(({ label, act }) => (
          <Button
            key={label}
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              act();
            }}
          >
            {label}
          </Button>
        ))}
      </span>
    ),
  });
}

/** Announces that something was done, with an Undo button while the notification is shown. */
export function announceWithUndo(message: string, undo: () => void): void {
  announceWithButtons(message, [{ label: shared('action.undo'), act: undo }]);
}
