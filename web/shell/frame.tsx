import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { startLive } from '../api/live.ts';
import { useMe } from '../api/me.ts';
import { useFollowedExports } from '../areas/leads/exports/followed-exports.ts';
import { useControlKeys } from '../ui/control-keys.ts';
import { useKeptFocus } from '../ui/keep-focus.ts';
import { later } from '../ui/later.tsx';
import { focusPageTitle } from '../ui/return-focus.ts';
import { askForKeyboardHelp, onKeyboardHelp, useShortcuts } from '../ui/shortcuts.ts';
import { t } from './catalogue.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { foldKeys, isDrawer, useFold } from './rail/fold.ts';
import { Rail } from './rail/rail.tsx';
import { RailDrawer } from './rail/rail-drawer.tsx';
import { ReloadBanner } from './reload-banner.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useStoredTimeZone } from './use-stored-time-zone.ts';

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
      const dialog = document.querySelector('[role="dialog"], dialog[open]');
      if (dialog || (main !== document.activeElement && main?.contains(document.activeElement))) return;
      focusPageTitle();
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);
}

const KeyboardHelp = later(() => import('./keyboard-help/keyboard-help.tsx'), 'KeyboardHelp');

/** Opens the list of shortcuts on every page, with `?` or from a menu. */
function KeyboardHelpHost() {
  const [opened, setOpened] = useState(false);
  useShortcuts({ '?': askForKeyboardHelp });
  useEffect(() => onKeyboardHelp(() => setOpened(true)), []);
  if (!opened) return null;
  return <KeyboardHelp onClose={() => setOpened(false)} />;
}

const ExportNews = later(
  () => import('../areas/leads/exports/export-news.tsx'),
  'ExportNews',
  () => null,
);

/** Only where an export was ordered is there something to wait for. */
function ExportNewsHost() {
  return useFollowedExports().ids.length > 0 && <ExportNews />;
}

/** Around every page: skip link, navigation, top bar, and the page itself. */
export function Frame() {
  useFocusAfterNavigation();
  useStoredTimeZone();
  useKeptFocus();
  const { permissions, person, organization } = useMe();
  const { readLeads: hearsOfLeads } = permissions;
  useEffect(
    () => startLive({ personId: person.id, organizationId: organization.id, hearsOfLeads }),
    [hearsOfLeads, person.id, organization.id],
  );
  const { folded, toggle } = useFold();
  const [isNavigating, setNavigating] = useState(false);
  useControlKeys(foldKeys, () => (isDrawer() ? setNavigating(true) : toggle()));
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <Rail folded={folded} onToggle={toggle} />
      <div className={classes.beside}>
        <TopBar onNavigation={() => setNavigating(true)} />
        <ConnectionBanner />
        <ReloadBanner />
        <KeyboardHelpHost />
        <ExportNewsHost />
        <main id="main" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {isNavigating && <RailDrawer onClose={() => setNavigating(false)} />}
    </div>
  );
}
