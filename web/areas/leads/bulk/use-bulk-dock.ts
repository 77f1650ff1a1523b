import { useState } from 'react';
import { useLoaded } from '../../../ui/late-code.ts';
import { useShortcuts } from '../../../ui/shortcuts.ts';

/** The keys that act on a selection: accept, decline, favorite. */
export type SelectionKey = 'a' | 'd' | 'f';

const loadDock = () => import('./bulk-dock.tsx');

/**
 * The dock, whose code comes once there are leads to tick. What is pressed for a selection before that waits for it.
 * @param load for tests
 */
export function useBulkDock(
  { isWanted, hasSelection }: { isWanted: boolean; hasSelection: boolean },
  load = loadDock,
) {
  const dock = useLoaded(load, isWanted);
  const [pressed, press] = useState<SelectionKey>();
  useShortcuts(
    { a: () => press('a'), d: () => press('d'), f: () => press('f') },
    { enabled: hasSelection && dock === undefined },
  );
  return { dock, pressed, isAwaited: pressed !== undefined && dock === undefined };
}
