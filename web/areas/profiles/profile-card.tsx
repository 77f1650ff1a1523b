import { IconAlertTriangle, IconCalendarOff, IconExternalLink, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ListedProfile } from '../../../contract/profiles/profiles.ts';
import { formatCountry, formatDay, formatNumber } from '../../ui/format.ts';
import { Mark, RelativeTime, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './profiles.module.css';
import { StateBadge } from './state-badge.tsx';

/** A profile in the list: where it stands, its pages, and what is to do. */
export function ProfileCard({ profile }: { profile: ListedProfile }) {
  const { locale } = useLocale();
  const { id, country, state, hasChanges, publishedAt, unavailableUntil, problemCount, pages } = profile;
  const count = formatNumber(problemCount, locale);
  return (
    <li className={classes.card}>
      <div className="ll-apart">
        <h2 className={classes.cardTitle}>
          <Link
            to="/presence/profiles/$profileId/$step"
            params={{ profileId: id, step: state === 'draft' ? 'partner' : 'review' }}
            className="ll-link"
          >
            {formatCountry(country, locale)}
          </Link>
        </h2>
        <StateBadge state={state} />
      </div>
      <div className={classes.marks}>
        {hasChanges && state !== 'draft' && (
          <Mark icon={IconPencil} tone="active" label={t('list.changes')} />
        )}
        {problemCount > 0 && (
          <Mark
            icon={IconAlertTriangle}
            tone="attention"
            label={t('list.problems', { count: problemCount, shown: count })}
          />
        )}
        {unavailableUntil !== null && (
          <Mark
            icon={IconCalendarOff}
            tone="attention"
            label={t('list.away', { day: formatDay(unavailableUntil, locale) })}
          />
        )}
      </div>
      {pages.length > 0 && <PageLinks pages={pages} />}
      {publishedAt !== null && (
        <p className="ll-note ll-small">
          {t.rich('list.publishedAt', { time: () => <RelativeTime at={publishedAt} /> })}
        </p>
      )}
    </li>
  );
}

/** The public pages of a profile; each opens beside the app. */
export function PageLinks({ pages }: { pages: ListedProfile['pages'] }) {
  return (
    <ul className={`ll-list ${classes.pages}`} aria-label={t('list.pages')}>
      {pages.map(({ name, address }) => (
        <li key={address}>
          <a className={`ll-link ${classes.pageLink}`} href={address} target="_blank" rel="noopener">
            <IconExternalLink size={15} stroke={1.8} aria-hidden />
            <bdi>{name}</bdi>
            <span className="ll-visually-hidden">{t('list.newTab')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
