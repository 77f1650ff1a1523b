import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { personalKey, recall, remember } from '../../api/remembered.ts';

const mostKept = 6;

/**
 * What the person chose lately, latest first: ids only, for this person in this browser. What they searched for, and
 * whom they found, is not kept (DP-2).
 */
export function useRecentChoices(): { recent: readonly string[]; note: (id: string) => void } {
  const key = personalKey(useMe(), 'recent-choices');
  const [recent] = useState(() => read(key));
  return {
    recent,
    note: (id) => remember(key, [id, ...read(key).filter((one) => one !== id)].slice(0, mostKept)),
  };
}

function read(key: string): string[] {
  const kept = recall(key);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, mostKept) : [];
}
