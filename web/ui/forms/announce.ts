import { notifications } from '@mantine/notifications';
import { explainError } from '../../api/client.ts';

/** Announces that something was done; at the top, clear of the bars at the bottom of pages. */
export function announce(message: string): void {
  notifications.show({ message, position: 'top-right' });
}

/** Announces that something failed, and why. */
export function announceFailure(title: string, error: unknown): void {
  announceProblem(title, explainError(error));
}

/** Announces that something did not work, and what to do about it. */
export function announceProblem(title: string, message: string): void {
  notifications.show({
    color: 'red',
    title,
    message,
    position: 'top-right',
    autoClose: 8000,
  });
}
