import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCloudOff, IconHelpCircle, IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { splitClockDistance } from '../../contract/clock-distance.ts';
import { useLiveState } from '../api/live.ts';
import { useMe } from '../api/me.ts';
import { Bell } from '../areas/messages/action-center/index.ts';
import { appLanguage } from '../ui/format.ts';
import { ProductMark } from '../ui/product-mark.tsx';
import { askForKeyboardHelp } from '../ui/shortcuts.ts';
import { shared } from '../ui/words/catalogue.ts';
import { AccountMenu } from './account-menu.tsx';
import { t } from './catalogue.ts';
import { OrganizationMenu } from './organization-menu.tsx';
import { PaletteButton } from './palette/palette-button.tsx';
import classes from './shell.module.css';

/** The command palette, the organization, help, the bell and the person; on narrow screens also the way to the navigation. */
export function TopBar({ onNavigation }: { onNavigation: () => void }) {
  return (
    <header>
      <DemoBanner />
      <div className={classes.bar}>
        <div className={classes.barStart}>
          <ActionIcon
            className={classes.navButton}
            size="lg"
            aria-label={t('navigation.open')}
            aria-haspopup="dialog"
            onClick={onNavigation}
          >
            <IconMenu2 size={20} aria-hidden />
          </ActionIcon>
          <Link to="/" className={classes.brand} aria-label={t('homePage')}>
            <ProductMark />
            <span>{shared('title.product')}</span>
          </Link>
          <PaletteButton />
        </div>
        <div className={classes.barEnd}>
          <LiveNotice />
          <OrganizationMenu />
          <Tooltip label={t('help.hint')}>
            <ActionIcon
              className={classes.help}
              size={36}
              aria-label={shared('title.keyboardShortcuts')}
              onClick={askForKeyboardHelp}
            >
              <IconHelpCircle size={20} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
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
