import type { HomeDesk } from '../../../contract/home/home.ts';
import { formatNumber, useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';
import { HomeCard, NoEntries } from './home-card.tsx';

/** How many of the leads of the last days were answered before they expired, and how soon. */
export function StandingCard({ standing }: { standing: HomeDesk['standing'] | undefined }) {
  return (
    <HomeCard title={t('standing.title')} data={standing}>
      {(data) =>
        data.answered + data.expired === 0 ? (
          <NoEntries>{t('standing.none', { days: String(data.days) })}</NoEntries>
        ) : (
          <Standing {...data} />
        )
      }
    </HomeCard>
  );
}

function Standing({ days, answered, expired, medianMinutes }: HomeDesk['standing']) {
  const { locale } = useLocale();
  const all = answered + expired;
  // Rounded down, so that only all of them are 100%.
  const share = Math.floor((answered * 100) / all) / 100;
  return (
    <div className={classes.standing}>
      <p className={classes.figure}>
        {new Intl.NumberFormat(locale, { style: 'percent' }).format(share)}
        <span className="ll-small">
          {t('standing.counts', {
            count: all,
            shown: formatNumber(all, locale),
            answered: formatNumber(answered, locale),
            days: String(days),
          })}
        </span>
      </p>
      {medianMinutes !== null && (
        <p className={classes.figure}>
          {wordMinutes(medianMinutes, locale)}
          <span className="ll-small">{t('standing.median')}</span>
        </p>
      )}
    </div>
  );
}

/** "5 minutes", "3 hours", "2 days": the nearest, in the unit that says enough. */
function wordMinutes(minutes: number, locale: string): string {
  const [unit, size] =
    minutes < 90
      ? (['minutes', 1] as const)
      : minutes < 48 * 60
        ? (['hours', 60] as const)
        : (['days', 1440] as const);
  const count = Math.max(1, Math.round(minutes / size));
  return t(`standing.${unit}`, { count, shown: formatNumber(count, locale) });
}
