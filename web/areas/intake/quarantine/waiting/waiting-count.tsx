import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../../ui/format.ts';
import { useLocale } from '../../../../ui/use-locale.ts';
import classes from '../quarantine.module.css';
import { summaryQuery } from '../quarantine-data.ts';
import { t } from './catalogue.ts';

const mostShown = 99;

/**
 * The number of submissions that wait for a decision, next to the entry in the navigation; nothing when there are none.
 */
export function WaitingCount() {
  const { data } = useQuery(summaryQuery);
  const { locale } = useLocale();
  if (!data || data.suspected === 0) return null;
  const { suspected } = data;
  return (
    <span className={classes.count}>
      <span aria-hidden>{suspected > mostShown ? `${mostShown}+` : suspected}</span>
      <span className="ll-visually-hidden"> {t('toDecide', { count: formatNumber(suspected, locale) })}</span>
    </span>
  );
}
