import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { presenceBeatSeconds } from '../../../../contract/leads/live.ts';
import type { LeadPresence, PresenceBeat } from '../../../../contract/leads/presence.ts';
import { request } from '../../../api/client.ts';
import { isTooLate, whoseTab } from '../../../api/whose.ts';
import type { Present } from './presence-words.ts';

/** Someone who touched nothing for this long is no longer looking; their session must not live on for it either. */
const awayMs = 5 * 60_000;
const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const nobody: readonly Present[] = [];

/**
 * Says that the person has the lead open while its page is visible and someone is there, and returns who else has.
 * Without an answer it returns nobody: rather nothing than something old.
 */
export function usePresence(leadId: string, doing: PresenceBeat['doing']): readonly Present[] {
  const [others, setOthers] = useState(nobody);
  const aliveAt = useRef(0);
  const beat = useEffectEvent(async (signal: AbortSignal) => {
    const answer = isHere(aliveAt.current) ? await say(leadId, doing, signal) : undefined;
    if (!signal.aborted) setOthers(answer?.others ?? nobody);
  });
  const stay = useRef<() => void>(() => undefined);

  useEffect(() => {
    aliveAt.current = Date.now();
    const arrivedAs = whoseTab();
    let stop = new AbortController();
    const go = () => void beat(stop.signal);
    const timer = setInterval(go, presenceBeatSeconds * 1000);
    const leave = () => {
      stop.abort();
      stop = new AbortController();
      // Whoever signed out is no longer there anyway, and whoever signed in instead was never there.
      if (!arrivedAs || isTooLate(arrivedAs, arrivedAs)) return;
      void request('DELETE /api/v1/leads/:id/presence', { params: { id: leadId }, outlivesPage: true }).catch(
        () => undefined,
      );
    };
    const live = () => {
      const wasAway = !isHere(aliveAt.current);
      aliveAt.current = Date.now();
      if (wasAway) go();
    };
    const arrive = () => {
      aliveAt.current = Date.now();
      go();
    };
    const turn = () => (document.visibilityState === 'hidden' ? leave() : arrive());
    stay.current = go;
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('pagehide', leave);
    for (const sign of signsOfLife) window.addEventListener(sign, live, { passive: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('pagehide', leave);
      for (const sign of signsOfLife) window.removeEventListener(sign, live);
      leave();
      setOthers(nobody);
    };
  }, [leadId]);

  // Says at once what changed; the first time included.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lead and another doing are news
  useEffect(() => stay.current(), [leadId, doing]);
  return others;
}

const isHere = (aliveAt: number) => document.visibilityState === 'visible' && Date.now() - aliveAt < awayMs;

function say(
  leadId: string,
  doing: PresenceBeat['doing'],
  signal: AbortSignal,
): Promise<LeadPresence | undefined> {
  const body = { doing };
  return request('PUT /api/v1/leads/:id/presence', { params: { id: leadId }, body, signal }).catch(
    () => undefined,
  );
}
