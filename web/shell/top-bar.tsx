import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCloudOff, IconMenu2 } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { splitClockDistance } from '../../contract/clock-distance.ts';
import { useLiveState } from '../api/live.ts';
import { useMe } from '../api/me.ts';
import { WaitingCount } from '../areas/intake/quarantine/waiting/waiting-count.tsx';
import { Bell } from '../areas/messages/action-center/index.ts';
import { useListName } from '../lead-query/list-name.ts';
import { appLanguage } from '../ui/format.ts';
import { ProductMark } from '../ui/product-mark.tsx';
import { shared } from '../ui/words/catalogue.ts';
import { AccountMenu } from './account-menu.tsx';
import { t } from './catalogue.ts';
import { findCurrent } from './current-link.ts';
import { listNavigation, type NavigationEntry } from './navigation.ts';
import { OrganizationMenu } from './organization-menu.tsx';
import classes from './shell.module.css';

/** The navigation, the organization, the bell and the account. */
export function TopBar() {
  const links = listNavigation(useMe().permissions, useListName().link);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = findCurrent(
    links.map((link) => link.to),
    path,
  );
  return (
    <header>
      <DemoBanner />
      <div className={classes.bar}>
        <NarrowNavigation links={links} />
        <Link to="/" className={classes.brand} aria-label={t('startPage')}>
          <ProductMark />
          <span>{shared('title.product')}</span>
        </Link>
        <nav className={classes.nav} aria-label={t('navigation.main')}>
          {links.map((link) => (
            <Link
              key={link.to}
              to={link.to}
              className={classes.navLink}
              // By default, the router would mark every link that the page's address begins with.
              activeOptions={{ exact: true, includeSearch: false }}
              data-status={link.to === current ? 'active' : undefined}
              aria-current={link.to === current ? 'page' : undefined}
            >
              {link.label}
              {link.to === '/quarantine' && <WaitingCount />}
            </Link>
          ))}
        </nav>
        <div className={classes.barEnd}>
          <LiveNotice />
          <OrganizationMenu />
          <Bell />
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}

function DemoBanner() {
  const { demo, clockAheadSeconds } = useMe();
  if (!demo) return null;
  return (
    <div className={classes.demo}>
      {clockAheadSeconds > 0
        ? t('demo.bannerAhead', { distance: wordClockDistance(clockAheadSeconds) })
        : t('demo.banner')}
    </div>
  );
}

/** "3 days", "1 day, 12 hours". */
function wordClockDistance(seconds: number): string {
  const distance = splitClockDistance(seconds);
  const parts = (['days', 'hours', 'minutes'] as const)
    .filter((unit) => distance[unit] > 0)
    .map((unit) => t(`demo.distance.${unit}`, { count: distance[unit], shown: String(distance[unit]) }));
  return new Intl.ListFormat(appLanguage, { type: 'unit' }).format(parts);
}

function NarrowNavigation({ links }: { links: NavigationEntry[] }) {
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <ActionIcon className={classes.navButton} size="lg" aria-label={t('navigation.menu')}>
          <IconMenu2 size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map((link) => (
          <Menu.Item key={link.to} component={Link} to={link.to}>
            {link.label}
            {link.to === '/quarantine' && <WaitingCount />}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function LiveNotice() {
  const state = useLiveState();
  return (
    <span role="status">
      {state === 'retrying' && (
        <Tooltip label={t('live.pausedHint')}>
          <span className={classes.liveNotice}>
            <IconCloudOff size={16} aria-hidden />
            <span className={classes.liveWords}>{t('live.paused')}</span>
          </span>
        </Tooltip>
      )}
    </span>
  );
}
