import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { startLive } from '../api/live.ts';
import { useMe } from '../api/me.ts';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';

/** Moves the focus to the new page's title, unless the page has put it somewhere itself. */
function useFocusAfterNavigation() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const previous = useRef<string>(undefined);
  useEffect(() => {
    const isFirst = previous.current === undefined;
    previous.current = path;
    if (isFirst) return;
    const frame = requestAnimationFrame(() => {
      const main = document.getElementById('main');
      const dialog = document.querySelector('[role="dialog"]');
      if (dialog || (main !== document.activeElement && main?.contains(document.activeElement))) return;
      const title = main?.querySelector<HTMLElement>('[data-page-title]');
      (title ?? main)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);
}

/** Around every page: skip link, top bar, and the page itself. */
export function Frame() {
  useFocusAfterNavigation();
  const { permissions, organization } = useMe();
  const { readLeads } = permissions;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stream tells of the organization it was opened in
  useEffect(() => startLive(readLeads), [readLeads, organization.id]);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <TopBar />
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
