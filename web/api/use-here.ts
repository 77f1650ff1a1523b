import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isTooLate, whoseTab } from './whose.ts';

/** Someone who touched nothing for this long is no longer looking; their session must not live on for it either. */
const awayMs = 5 * 60_000;
const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

interface HereOptions<Doing, Answer> {
  /** The id of what is open. */
  subject: string;
  doing: Doing;
  beatSeconds: number;
  /** Says it to the server. */
  say: (subject: string, doing: Doing, signal: AbortSignal) => Promise<Answer>;
  /** Says that it is closed; has to outlive the page. */
  leave: (subject: string) => Promise<unknown>;
}

/**
 * Says that the person has something open while its page is visible and someone is there, and returns the last answer.
 * Undefined without one: rather nothing than something old.
 */
export function useHere<Doing, Answer>(options: HereOptions<Doing, Answer>): Answer | undefined {
  const { subject, doing, beatSeconds } = options;
  const [answer, setAnswer] = useState<Answer>();
  const aliveAt = useRef(0);
  const beat = useEffectEvent(async (signal: AbortSignal) => {
    const said = isHere(aliveAt.current)
      ? await options.say(subject, doing, signal).catch(() => undefined)
      : undefined;
    if (!signal.aborted) setAnswer(() => said);
  });
  const sayGone = useEffectEvent((left: string) => void options.leave(left).catch(() => undefined));
  const stay = useRef<() => void>(() => undefined);

  useEffect(() => {
    aliveAt.current = Date.now();
    const arrivedAs = whoseTab();
    let stop = new AbortController();
    const go = () => void beat(stop.signal);
    const timer = setInterval(go, beatSeconds * 1000);
    const leave = () => {
      stop.abort();
      stop = new AbortController();
      // Whoever signed out is no longer there anyway, and whoever signed in instead was never there.
      if (arrivedAs && !isTooLate(arrivedAs, arrivedAs)) sayGone(subject);
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
      setAnswer(undefined);
    };
  }, [subject, beatSeconds]);

  // Says at once what changed; the first time included.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject and another doing are news
  useEffect(() => stay.current(), [subject, doing]);
  return answer;
}

const isHere = (aliveAt: number) => document.visibilityState === 'visible' && Date.now() - aliveAt < awayMs;
