import { Link } from '@tanstack/react-router';
import type { HomeDesk } from '../../../contract/home/home.ts';
import { mostJudged } from '../../../contract/home/limits.ts';
import type { AddressParams } from '../../lead-query/list-state.ts';
import { Columns, Stack } from '../../ui/content/index.ts';
import { wordRelative } from '../../ui/format.ts';
import { formatNumber, RelativeTime, useLocale, useNow } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { DealsCard } from './deals-card.tsx';
import classes from './home.module.css';
import { HomeCard, NoEntries } from './home-card.tsx';
import { LeadLines } from './lead-lines.tsx';
import { StandingCard } from './standing-card.tsx';
import { StepsCard } from './steps-card.tsx';

const waiting: AddressParams = { status: ['Received'], sort: 'expiresAt' };
const hotLeads: AddressParams = { hot: 'true' };
const sinceYesterday: AddressParams = { createdFrom: 'today-1' };

/** What people who work on leads have to look at. */
export function DeskCards({ desk }: { desk: HomeDesk | undefined }) {
  return (
    <Columns>
      <Stack>
        <ToAnswerCard toAnswer={desk?.toAnswer} />
        <StepsCard steps={desk?.nextSteps} />
        <DealsCard deals={desk?.deals} />
      </Stack>
      <Stack>
        <HotCard hot={desk?.hot} />
        <FreshCard fresh={desk?.fresh} />
        <StandingCard standing={desk?.standing} />
      </Stack>
    </Columns>
  );
}

function ListLink({ search, children }: { search: AddressParams; children: string }) {
  return (
    <Link to="/leads" search={search} className={`ll-link ${classes.all}`}>
      {children}
    </Link>
  );
}

function ToAnswerCard({ toAnswer }: { toAnswer: HomeDesk['toAnswer'] | undefined }) {
  return (
    <HomeCard
      title={t('toAnswer.title')}
      data={toAnswer}
      count={({ now }) => now}
      most={mostJudged}
      link={<ListLink search={waiting}>{t('toAnswer.all')}</ListLink>}
    >
      {(data) => <ToAnswer {...data} />}
    </HomeCard>
  );
}

function ToAnswer(toAnswer: HomeDesk['toAnswer']) {
  const today = toAnswer.items.filter(({ urgency }) => urgency === 'now');
  const soon = toAnswer.items.filter(({ urgency }) => urgency === 'soon');
  const due = ({ dueAt, urgency }: (typeof today)[number]) => (
    <span className={classes.due} data-urgency={urgency}>
      {t.rich('toAnswer.due', { when: () => <RelativeTime at={dueAt} /> })}
    </span>
  );
  return (
    <>
      {today.length > 0 && <LeadLines leads={today} search={waiting} end={due} />}
      {today.length === 0 && <NothingToday {...toAnswer} />}
      {soon.length > 0 && (
        <>
          <h3 className={`${classes.subtitle} ll-subtitle`}>{t('toAnswer.soon')}</h3>
          <LeadLines leads={soon} search={waiting} end={due} />
        </>
      )}
    </>
  );
}

function NothingToday({ waiting: count, nextDueAt }: HomeDesk['toAnswer']) {
  const now = useNow();
  const { locale } = useLocale();
  if (count === 0) return <NoEntries>{t('toAnswer.noneAtAll')}</NoEntries>;
  const shown = formatNumber(count, locale);
  return (
    <NoEntries>
      {t('toAnswer.none')}{' '}
      {nextDueAt === null
        ? t('toAnswer.onlyUnawaited', { count, shown })
        : t('toAnswer.waiting', { count, shown, when: wordRelative(nextDueAt, now) })}
    </NoEntries>
  );
}

function HotCard({ hot }: { hot: HomeDesk['hot'] | undefined }) {
  return (
    <HomeCard
      title={t('hot.title')}
      data={hot}
      count={({ count }) => count}
      link={<ListLink search={hotLeads}>{t('hot.all')}</ListLink>}
    >
      {({ items }) =>
        items.length === 0 ? (
          <NoEntries>{t('hot.none')}</NoEntries>
        ) : (
          <LeadLines
            leads={items}
            search={hotLeads}
            end={({ createdAt }) => <RelativeTime at={createdAt} />}
          />
        )
      }
    </HomeCard>
  );
}

function FreshCard({ fresh }: { fresh: HomeDesk['fresh'] | undefined }) {
  return (
    <HomeCard
      title={t('fresh.title', { hours: String(fresh?.hours ?? 24) })}
      data={fresh}
      count={({ count }) => count}
      link={<ListLink search={sinceYesterday}>{t('fresh.all')}</ListLink>}
    >
      {({ items, hours }) =>
        items.length === 0 ? (
          <NoEntries>{t('fresh.none', { hours: String(hours) })}</NoEntries>
        ) : (
          <LeadLines
            leads={items}
            search={sinceYesterday}
            end={({ createdAt }) => <RelativeTime at={createdAt} />}
          />
        )
      }
    </HomeCard>
  );
}
