import type { AnyRouter } from '@tanstack/react-router';

/**
 * Goes to the home page, unless the person chooses to keep editing unsent text. False if they stayed: that is known
 * only once they go somewhere else, which must not count as having left.
 */
export async function goHome(router: Pick<AnyRouter, 'navigate' | 'subscribe'>): Promise<boolean> {
  const leaving = crypto.randomUUID();
  let arrival: Promise<void> = Promise.resolve();
  const hasLeft = await new Promise<boolean>((resolve) => {
    const stop = router.subscribe('onBeforeLoad', ({ toLocation }) => {
      stop();
      resolve((toLocation.state as { leaving?: string }).leaving === leaving);
    });
    arrival = router.navigate({ to: '/', state: { leaving } as object });
  });
  if (hasLeft) await arrival;
  return hasLeft;
}
