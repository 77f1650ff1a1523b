import { Button } from '@mantine/core';
import { IconMailbox, IconTemplate } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { mailStates } from '../../../contract/mail/lists.ts';
import type { MailSummary } from '../../../contract/mail/mail.ts';
import { words } from '../../../contract/words.ts';
import { useMe } from '../../api/queries.ts';
import { ForbiddenPage, List, LoadedPages, RowsSkeleton } from '../../ui/content/index.ts';
import { EmptyState, Page, Panel, RelativeTime } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { MailStateBadge } from './mail-state.tsx';
import classes from './outbox.module.css';
import { mailsQuery, type OutboxSearch } from './outbox-data.ts';

/** Every email of the organization, its status, and why its recipient got it (NT-4). */
export function OutboxPage() {
  const { permissions } = useMe();
  const search = useSearch({ from: '/outbox' });
  if (!permissions.readOutbox) return <MayNotRead />;
  return (
    <Page
      title={shared('title.outbox')}
      description={t('outbox.description')}
      actions={
        <Button
          component={Link}
          to="/outbox/templates"
          variant="default"
          leftSection={<IconTemplate size={16} stroke={1.8} aria-hidden />}
        >
          {t('outbox.templates')}
        </Button>
      }
    >
      <Filters search={search} />
      <Panel flush>
        <Mails key={JSON.stringify(search)} search={search} />
      </Panel>
    </Page>
  );
}

/** The link back to the list, on the pages below it. */
export const toOutbox = (
  <Link to="/outbox" className="ll-link">
    {shared('title.outbox')}
  </Link>
);

/** Shown to people whose role can't see the outbox. */
export function MayNotRead() {
  return (
    <ForbiddenPage title={shared('title.outbox')} message={t('outbox.mayNot')}>
      {t('outbox.whoMay')}
    </ForbiddenPage>
  );
}

function Filters({ search }: { search: OutboxSearch }) {
  return (
    <div className={classes.filters}>
      <nav className="ll-tabs" aria-label={t('outbox.filters')}>
        {[undefined, ...mailStates].map((state) => (
          <Link
            key={state ?? 'all'}
            to="/outbox"
            search={{ ...search, state }}
            className="ll-tab"
            activeOptions={{ exact: true, explicitUndefined: true }}
            aria-current={state === search.state ? 'page' : undefined}
          >
            {state ? words.mailState[state] : t('outbox.all')}
          </Link>
        ))}
      </nav>
      {search.leadId && (
        <Link to="/outbox" search={{ ...search, leadId: undefined }} className="ll-link">
          {t('outbox.aboutOneLead')}
        </Link>
      )}
    </div>
  );
}

function Mails({ search }: { search: OutboxSearch }) {
  const query = useInfiniteQuery(mailsQuery(search));
  const mailsAreSent = query.data?.pages[0]?.mailsAreSent ?? true;
  return (
    <LoadedPages
      query={query}
      loading={<RowsSkeleton rows={5} height={52} />}
      empty={<NoMails isFiltered={Object.values(search).some((value) => value !== undefined)} />}
    >
      {(mails) => (
        <>
          {!mailsAreSent && <p className={classes.notice}>{t('outbox.notSent')}</p>}
          <List>
            {mails.map((mail) => (
              <li key={mail.id}>
                <MailRow mail={mail} />
              </li>
            ))}
          </List>
        </>
      )}
    </LoadedPages>
  );
}

function NoMails({ isFiltered }: { isFiltered: boolean }) {
  return (
    <EmptyState
      icon={<IconMailbox size={26} stroke={1.7} />}
      title={isFiltered ? t('outbox.noneMatch') : t('outbox.none')}
    >
      {isFiltered ? t('outbox.noneMatchHint') : t('outbox.noneHint')}
    </EmptyState>
  );
}

function MailRow({ mail }: { mail: MailSummary }) {
  return (
    <Link to="/outbox/$mailId" params={{ mailId: mail.id }}>
      <bdi>{mail.subject}</bdi>
      <span className={classes.state}>
        <MailStateBadge mail={mail} />
      </span>
      <span className={`ll-facts ll-small ${classes.facts}`}>
        <span>
          {mail.to.name
            ? t('outbox.toNamed', { name: mail.to.name, address: mail.to.address })
            : t('outbox.to', { address: mail.to.address })}
        </span>
        <span>{words.mailKind[mail.kind]}</span>
        <span>{words.mailReason[mail.reason]}</span>
      </span>
      <span className={`ll-small ${classes.when}`}>
        <RelativeTime at={mail.createdAt} />
      </span>
      {mail.problem && <span className={classes.problem}>{mail.problem.words}</span>}
    </Link>
  );
}
