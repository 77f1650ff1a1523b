import { useEffect, useEffectEvent } from 'react';
import { type AskedActivity, onActivityAsked } from './ask-for-activity.ts';

/** Calls `begin` when something is to be written down about this lead. */
export function useActivityAsked(leadId: string, begin: (asked: AskedActivity) => void): void {
  const onAsked = useEffectEvent((of: string, asked: AskedActivity) => {
    if (of === leadId) begin(asked);
  });
  useEffect(() => onActivityAsked((of, asked) => onAsked(of, asked)), []);
}
