import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { List, ListRow } from '../../../ui/content/index.ts';
import { formatNumber, Panel, useLocale } from '../../../ui/index.ts';
import { relative } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './sharing.module.css';
import { waitingQuery } from './sharing-data.ts';

/** Leads that fit a rule, but nobody can take now, with their age and the reason (WT-1). Nothing where there are none. */
export function WaitingPanel() {
  const { locale } = useLocale();
  const { data } = useQuery(waitingQuery);
  if (!data || data.total === 0) return null;
  const more = data.total - data.items.length;
  return (
    <Panel title={t('waiting.title')} flush>
      <p className={`ll-note ${classes.intro}`}>{t('waiting.hint')}</p>
      <List>
        {data.items.map(({ leadId, customerName, rule, since, reason, expiresAt }) => (
          <ListRow
            key={leadId}
            title={
              <Link to="/leads/$leadId" params={{ leadId }}>
                <bdi>{customerName ?? shared('unnamedCustomer')}</bdi>
              </Link>
            }
            details={
              <>
                <span>{t(`waiting.reason.${reason}`, { rule: rule.name })}</span>
                <span>{t.rich('waiting.since', { when: relative(since) })}</span>
                {expiresAt && <span>{t.rich('waiting.expires', { when: relative(expiresAt) })}</span>}
              </>
            }
          />
        ))}
      </List>
      {more > 0 && (
        <p className={`ll-note ${classes.intro}`}>
          {t('waiting.more', { count: more, shown: formatNumber(more, locale) })}
        </p>
      )}
    </Panel>
  );
}
