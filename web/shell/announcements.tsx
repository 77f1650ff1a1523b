import { useNotifications } from '@mantine/notifications';
import { useLoaded } from '../ui/late-code.ts';

const load = () => import('./shown-announcements.tsx');

/**
 * What is announced, in a corner of every page. Its code comes once the page is at rest, or with the first
 * announcement, which waits for it.
 */
export function Announcements() {
  const { notifications } = useNotifications();
  const code = useLoaded(load, notifications.length > 0);
  return code ? <code.ShownAnnouncements /> : null;
}
