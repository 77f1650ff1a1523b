import { Button } from '@mantine/core';
import { IconArrowBackUp, IconFileSearch, IconSend, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { QuarantineAction, SuspectedSubmissionDetails } from '../../../../contract/intake/quarantine.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { Columns, Loading, Remark, Stack } from '../../../ui/content/index.ts';
import {
  AbsoluteTime,
  CountryName,
  EmptyState,
  FieldList,
  LeftToRight,
  Page,
  Panel,
} from '../../../ui/index.ts';
import { absolute } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { useDecision } from './decision.ts';
import classes from './quarantine.module.css';
import { submissionQuery } from './quarantine-data.ts';
import { MayNotDecide } from './quarantine-page.tsx';
import { TextPanel } from './text-panel.tsx';

/** One suspected submission: everything that was typed, why it is suspected, and the decision (IN-7). */
export function SubmissionPage() {
  const { permissions } = useMe();
  return permissions.decideQuarantine ? <LoadedSubmission /> : <MayNotDecide />;
}

function LoadedSubmission() {
  const { submissionId } = useParams({ from: '/quarantine/$submissionId' });
  const query = useQuery(submissionQuery(submissionId));
  if (query.data) return <Submission key={submissionId} submission={query.data} />;
  return (
    <Page title={t('submission.title')} up={up}>
      <Loading query={query} missing={<Missing />} />
    </Page>
  );
}

function Missing() {
  return (
    <EmptyState icon={<IconFileSearch size={26} stroke={1.7} />} title={t('submission.missing.title')}>
      {t('submission.missing.text')}
    </EmptyState>
  );
}

const up = (
  <Link to="/quarantine" className="ll-link">
    {shared('title.quarantine')}
  </Link>
);

function Submission({ submission }: { submission: SuspectedSubmissionDetails }) {
  const { partner, page } = submission;
  return (
    <Page
      title={submission.name ?? t('noName')}
      up={up}
      description={t('about', { partner: partner.name, page: page.title })}
      actions={<Actions submission={submission} />}
    >
      <WhereItStands submission={submission} />
      <Columns>
        <Stack>
          <FormPanel submission={submission} />
        </Stack>
        <Stack>
          <ReasonsPanel submission={submission} />
          <TextPanel text={submission.text} />
        </Stack>
      </Columns>
    </Page>
  );
}

const buttons = {
  release: { icon: IconSend, variant: 'filled' },
  'confirm-spam': { icon: IconTrash, variant: 'default' },
  restore: { icon: IconArrowBackUp, variant: 'default' },
} as const satisfies Record<QuarantineAction, object>;

function Actions({ submission }: { submission: SuspectedSubmissionDetails }) {
  const decision = useDecision(submission);
  return submission.actions.map((action) => {
    const { icon: ActionIcon, variant } = buttons[action];
    return (
      <Button
        key={action}
        variant={variant}
        leftSection={<ActionIcon size={16} stroke={1.8} aria-hidden />}
        loading={decision.isPending && decision.variables === action}
        disabled={decision.isPending}
        onClick={() => decision.mutate(action)}
      >
        {t(`submission.actions.${action}`)}
      </Button>
    );
  });
}

function WhereItStands({ submission }: { submission: SuspectedSubmissionDetails }) {
  const { state, decidedAt, decidedBy, form, formRemovedAt } = submission;
  return (
    <div role="status">
      {state === 'suspected' ? (
        <Remark tone="active">{t.rich('submission.waiting', { day: absolute(formRemovedAt, 'day') })}</Remark>
      ) : (
        <Remark tone="active">
          {t.rich('submission.decided', {
            state: words.quarantineState[state],
            name: decidedBy ?? '',
            when: () => <AbsoluteTime at={decidedAt} />,
            isKept: form ? 'yes' : 'no',
            day: absolute(formRemovedAt, 'day'),
          })}
        </Remark>
      )}
      {state !== 'suspected' && <NextToDecide nextId={submission.nextId} />}
    </div>
  );
}

/** After a decision, links to the next submission. */
function NextToDecide({ nextId }: { nextId: string | null }) {
  return (
    <Remark tone="active">
      {nextId === null ? (
        t('submission.nothingNext')
      ) : (
        <Link to="/quarantine/$submissionId" params={{ submissionId: nextId }} className="ll-link">
          {t('submission.next')}
        </Link>
      )}
    </Remark>
  );
}

function FormPanel({ submission: { form, receivedAt, page } }: { submission: SuspectedSubmissionDetails }) {
  if (!form) {
    return (
      <Panel title={t('submission.form.title')}>
        <p className="ll-muted">{t('submission.form.deleted')}</p>
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t('submission.form.title')}>
        <FieldList
          fields={[
            { label: words.field.firstName, value: form.firstName ?? undefined },
            { label: words.field.lastName, value: form.lastName ?? undefined },
            { label: words.field.email, value: form.email ?? undefined },
            { label: words.field.phone, value: form.phone ? <LeftToRight value={form.phone} /> : undefined },
            { label: words.field.company, value: form.company ?? undefined },
            { label: words.field.jobTitle, value: form.title ?? undefined },
            { label: words.field.country, value: <CountryName code={form.country} /> },
            { label: words.field.callToAction, value: words.callToAction[form.callToAction] },
            {
              label: t('submission.form.directContact'),
              value: form.contactDirectly ? t('submission.form.askedFor') : undefined,
            },
            { label: words.field.sent, value: <AbsoluteTime at={receivedAt} /> },
            {
              label: t('submission.form.page'),
              value: (
                <a className="ll-link" href={page.path} target="_blank" rel="noreferrer">
                  {page.path}
                </a>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={words.field.message}>
        <p className={classes.message} dir="auto">
          {form.message ?? <span className="ll-muted">{shared('noMessage')}</span>}
        </p>
      </Panel>
    </>
  );
}

function ReasonsPanel({ submission: { signals } }: { submission: SuspectedSubmissionDetails }) {
  return (
    <Panel title={t('whySuspected')}>
      <ul className={classes.reasons}>
        {signals.map((signal) => (
          <li key={signal}>{words.formSignal[signal]}</li>
        ))}
      </ul>
    </Panel>
  );
}
