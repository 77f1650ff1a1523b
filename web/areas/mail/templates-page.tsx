import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type MailKind, type MailLanguage, mailKinds, mailLanguages } from '../../../contract/mail/lists.ts';
import { words } from '../../../contract/words.ts';
import { useMe } from '../../api/queries.ts';
import { Columns, Loaded } from '../../ui/content/index.ts';
import { formatLanguage, Page, Panel } from '../../ui/index.ts';
import { muted } from '../../ui/rich-text.tsx';
import { t } from './catalogue.ts';
import { MailPreview } from './mail-preview.tsx';
import classes from './outbox.module.css';
import { templateQuery } from './outbox-data.ts';
import { MayNotRead, toOutbox } from './outbox-page.tsx';

/** The template that the address selects. */
export interface TemplateSearch {
  kind?: MailKind;
  language?: MailLanguage;
}

/** Every kind of email with sample data, in all languages (NT-3). */
export function TemplatesPage() {
  const { permissions } = useMe();
  const { kind = 'new-lead', language = 'en' } = useSearch({ from: '/outbox/templates' });
  if (!permissions.readOutbox) return <MayNotRead />;
  return (
    <Page title={t('templates.title')} up={toOutbox} description={t('templates.description')}>
      <Columns split="menu">
        <Panel>
          <nav aria-label={t('templates.kinds')}>
            <ul className={`ll-list ${classes.kinds}`}>
              {mailKinds.map((one) => (
                <li key={one}>
                  <Link
                    to="/outbox/templates"
                    search={{ kind: one, language }}
                    replace
                    resetScroll={false}
                    className="ll-tab"
                    activeProps={{}}
                    aria-current={one === kind ? 'page' : undefined}
                  >
                    {words.mailKind[one]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </Panel>
        <Panel>
          <nav className="ll-tabs" aria-label={t('templates.languages')}>
            {mailLanguages.map((one) => (
              <Link
                key={one}
                to="/outbox/templates"
                search={{ kind, language: one }}
                replace
                resetScroll={false}
                className="ll-tab"
                activeProps={{}}
                aria-current={one === language ? 'page' : undefined}
              >
                {formatLanguage(one)}
              </Link>
            ))}
          </nav>
          <Template kind={kind} language={language} />
        </Panel>
      </Columns>
    </Page>
  );
}

function Template({ kind, language }: Required<TemplateSearch>) {
  const query = useQuery(templateQuery(kind, language));
  return (
    <Loaded query={query} loading={<Skeleton height={420} radius="md" aria-busy />}>
      {(mail) => (
        <>
          <p className={classes.sampleSubject}>
            {t.rich('templates.subject', {
              muted,
              subject: () => <span lang={language}>{mail.subject}</span>,
            })}
          </p>
          <MailPreview mail={mail} />
        </>
      )}
    </Loaded>
  );
}
