import { Link } from '@tanstack/react-router';
import type { HomeSent } from '../../../contract/home/home.ts';
import type { LeadState } from '../../../contract/leads/lists.ts';
import { Columns, List } from '../../ui/content/index.ts';
import { formatNumber, RelativeTime, StatusBadge, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './home.module.css';
import { HomeCard, NoEntries } from './home-card.tsx';

const order: readonly LeadState[] = [
  'Received',
  'Accepted',
  'Won',
  'Lost',
  'Declined',
  'Expired',
  'ClosedAsError',
];

/** The leads that the organization's people sent: the latest, and what became of those of the last months. */
export function SentCards({ sent }: { sent: HomeSent | undefined }) {
  return (
    <Columns>
      <HomeCard
        title={t('sent.latest')}
        data={sent}
        link={
          <Link to="/sent" className={`ll-link ${classes.all}`}>
            {t('sent.all')}
          </Link>
        }
      >
        {({ items }) =>
          items.length === 0 ? <NoEntries>{t('sent.none')}</NoEntries> : <SentLines leads={items} />
        }
      </HomeCard>
      <HomeCard
        title={t('sent.title', { days: String(sent?.days ?? 90) })}
        data={sent}
        count={({ states }) => states.reduce((all, { count }) => all + count, 0)}
      >
        {({ states }) =>
          states.length === 0 ? <NoEntries>{t('sent.noneOfThese')}</NoEntries> : <States states={states} />
        }
      </HomeCard>
    </Columns>
  );
}

function SentLines({ leads }: { leads: HomeSent['items'] }) {
  return (
    <List>
      {leads.map((lead) => (
        <li key={lead.id}>
          <Link to="/sent/$leadId" params={{ leadId: lead.id }}>
            <span className={classes.name}>
              <bdi className="ll-truncate">{lead.customerName ?? shared('unnamedCustomer')}</bdi>
            </span>
            <StatusBadge lead={lead} />
            <span className={`${classes.below} ll-small`}>
              <span className="ll-truncate">{t('sent.line', { partner: lead.partner.name })}</span>
              <span className={classes.fixed}>
                <RelativeTime at={lead.createdAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </List>
  );
}

function States({ states }: { states: HomeSent['states'] }) {
  const { locale } = useLocale();
  const found = order.flatMap((state) => states.filter((one) => one.state === state));
  return (
    <ul className={`ll-list ${classes.states}`}>
      {found.map(({ state, count }) => (
        <li key={state}>
          <StatusBadge lead={standingOf(state)} />
          <strong className="ll-numbers">{formatNumber(count, locale)}</strong>
        </li>
      ))}
    </ul>
  );
}

function standingOf(state: LeadState) {
  if (state === 'Received' || state === 'Accepted') return { status: state, outcome: null };
  return { status: 'Archived', outcome: state } as const;
}
