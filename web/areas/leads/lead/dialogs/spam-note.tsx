import type { DeclineReason } from '../../../../../contract/leads/lists.ts';
import { t } from './catalogue.ts';
import classes from './customer-news.module.css';

/** The reason for declining that also reports a lead as spam (VO-3). */
export const spamReason = 'SpamOrAbuse' satisfies DeclineReason;

/** What declining as spam does besides, in place of what the customer is told. */
export function SpamNote() {
  return (
    <div className={classes.note}>
      <p role="status">{t('decline.spam')}</p>
    </div>
  );
}
