import { useQuery } from '@tanstack/react-query';
import classes from '../quarantine.module.css';
import { summaryQuery } from '../quarantine-data.ts';
import { t } from './catalogue.ts';

const mostShown = 99;

/** How many submissions wait for a decision, beside the navigation's entry; nothing while none does. */
export function WaitingCount() {
  const { data } = useQuery(summaryQuery);
  if (!data || data.suspected === 0) return null;
  const { suspected } = data;
  return (
    <span className={classes.count}>
      <span aria-hidden>{suspected > mostShown ? `${mostShown}+` : suspected}</span>
      <span className="ll-visually-hidden"> {t('toDecide', { count: `${suspected}` })}</span>
    </span>
  );
}
