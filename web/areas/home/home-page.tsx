import { Button } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { Home } from '../../../contract/home/home.ts';
import type { Me } from '../../../contract/identity/identity.ts';
import { useLiveNews } from '../../api/live.ts';
import { useMe } from '../../api/queries.ts';
import { Stack } from '../../ui/content/index.ts';
import { EmptyState, ErrorState, Page, Panel, useLocale, useNow } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { AdminCards } from './admin-cards.tsx';
import { t } from './catalogue.ts';
import { DeskCards } from './desk-cards.tsx';
import { homeQuery } from './home-data.ts';
import { OperatorCards } from './operator-cards.tsx';
import { SentCards } from './sent-cards.tsx';

/** The home page: what the person has to look at, by role (WS-12). */
export function HomePage() {
  const { person, organization, permissions } = useMe();
  const { greeting, day } = useGreeting();
  const name = person.name.split(' ')[0] ?? person.name;
  return (
    <Page
      title={t('title')}
      heading={t(`greeting.${greeting}`, { name })}
      description={`${day} · ${organization.name}`}
      actions={
        permissions.createLeads && (
          <Button component={Link} to="/send">
            {shared('title.sendLead')}
          </Button>
        )
      }
    >
      <HomeCards />
    </Page>
  );
}

function HomeCards() {
  const me = useMe();
  const client = useQueryClient();
  const query = useQuery(homeQuery);
  useLiveNews(() => void client.invalidateQueries({ queryKey: homeQuery.queryKey }));
  if (query.data === undefined && query.error !== null) {
    return <ErrorState title={t('failed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const cards = listCards(me, query.data);
  return <Stack>{cards.length > 0 ? cards : <NothingForRole />}</Stack>;
}

/** Which cards there are follows from the permissions, so that none appears late. */
function listCards({ permissions, organization }: Me, home: Home | undefined): ReactNode[] {
  const outbox = home?.outbox ?? undefined;
  const cards = {
    operator: permissions.routeLeads && (
      <OperatorCards operator={home?.operator ?? undefined} outbox={outbox} />
    ),
    desk: permissions.readLeads && permissions.workLeads && <DeskCards desk={home?.desk ?? undefined} />,
    sent: permissions.createLeads && <SentCards sent={home?.sent ?? undefined} />,
    admin: permissions.managePeople && organization.kind === 'partner' && (
      <AdminCards setUp={home?.setUp ?? undefined} outbox={outbox} />
    ),
  };
  return Object.entries(cards)
    .filter(([, card]) => card !== false)
    .map(([key, card]) => <Fragment key={key}>{card}</Fragment>);
}

function NothingForRole() {
  return (
    <Panel>
      <EmptyState
        icon={<IconMoodSmile size={26} stroke={1.7} />}
        title={t('nothing.title')}
        actions={
          <Button component={Link} to="/settings" variant="default">
            {t('nothing.settings')}
          </Button>
        }
      >
        {t('nothing.text')}
      </EmptyState>
    </Panel>
  );
}

/** The time of day and the day, where the person is. */
function useGreeting() {
  const now = useNow();
  const { locale, timeZone } = useLocale();
  const hour = Number(
    new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(now),
  );
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone,
  }).format(now);
  if (hour >= 5 && hour < 12) return { greeting: 'morning', day } as const;
  return { greeting: hour >= 12 && hour < 18 ? 'afternoon' : 'evening', day } as const;
}
