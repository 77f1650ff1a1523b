import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState } from 'react';

const load = () => import('./shown-announcements.tsx');
const ShownAnnouncements = lazy(async () => ({ default: (await load()).ShownAnnouncements }));
const restMs = 1500;

/**
 * What is announced, in a corner of every page. Its code comes once the page is at rest, or with the first
 * announcement, which waits for it.
 */
export function Announcements() {
  const { notifications } = useNotifications();
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), restMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isAtRest && notifications.length === 0) return null;
  return (
    <Suspense>
      <ShownAnnouncements />
    </Suspense>
  );
}
