import { Notifications } from '@mantine/notifications';

/** The announcements themselves, outside of the overlays: they speak for themselves. */
export function ShownAnnouncements() {
  return <Notifications position="bottom-right" portalProps={{ target: document.body }} />;
}
