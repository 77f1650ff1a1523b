import { useCallback, useMemo, useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { personalKey, recall, remember } from '../../../api/remembered.ts';

const mostFollowed = 20;

/** The bulk actions in the background whose end this browser still has to tell its person about. */
export function useFollowed() {
  const key = personalKey(useMe(), 'bulk');
  const [ids, setIds] = useState<readonly string[]>(() => readIds(recall(key)));
  const change = useCallback(
    (next: (ids: readonly string[]) => readonly string[]) =>
      setIds((before) => {
        const after = next(before);
        if (after !== before) remember(key, after);
        return after;
      }),
    [key],
  );
  const follow = useCallback(
    (id: string) => change((now) => (now.includes(id) ? now : [id, ...now].slice(0, mostFollowed))),
    [change],
  );
  const forget = useCallback((id: string) => change((now) => now.filter((one) => one !== id)), [change]);
  return useMemo(() => ({ ids, follow, forget }), [ids, follow, forget]);
}

function readIds(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}
