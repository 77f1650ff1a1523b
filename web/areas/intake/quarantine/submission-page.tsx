import { Button } from '@mantine/core';
import { IconArrowBackUp, IconFileSearch, IconSend, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { QuarantineAction, SuspectedSubmissionDetails } from '../../../../contract/intake/quarantine.ts';
import { words } from '../../../../contract/words.ts';
import { useMe } from '../../../api/queries.ts';
import { Columns, Loading, Remark, Stack } from '../../../ui/content/index.ts';
import { AbsoluteTime, CountryName, EmptyState, FieldList, Page, Panel } from '../../../ui/index.ts';
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
    <Page title="Suspected submission" up={up}>
      <Loading query={query} missing={<Missing />} />
    </Page>
  );
}

function Missing() {
  return (
    <EmptyState icon={<IconFileSearch size={26} stroke={1.7} />} title="This submission doesn’t exist">
      The address may be incomplete. Go back to the quarantine to see what is waiting.
    </EmptyState>
  );
}

const up = (
  <Link to="/quarantine" className="ll-link">
    Quarantine
  </Link>
);

function Submission({ submission }: { submission: SuspectedSubmissionDetails }) {
  const { partner, page } = submission;
  return (
    <Page
      title={submission.name ?? 'Contact details removed'}
      up={up}
      description={`For ${partner.name}, about ${page.title}`}
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
  release: { label: 'Release', icon: IconSend, variant: 'filled' },
  'confirm-spam': { label: 'Confirm as spam', icon: IconTrash, variant: 'default' },
  restore: { label: 'Not spam: decide again', icon: IconArrowBackUp, variant: 'default' },
} as const satisfies Record<QuarantineAction, object>;

function Actions({ submission }: { submission: SuspectedSubmissionDetails }) {
  const decision = useDecision(submission);
  return submission.actions.map((action) => {
    const { label, icon: ActionIcon, variant } = buttons[action];
    return (
      <Button
        key={action}
        variant={variant}
        leftSection={<ActionIcon size={16} stroke={1.8} aria-hidden />}
        loading={decision.isPending && decision.variables === action}
        disabled={decision.isPending}
        onClick={() => decision.mutate(action)}
      >
        {label}
      </Button>
    );
  });
}

function WhereItStands({ submission }: { submission: SuspectedSubmissionDetails }) {
  const { state, decidedAt, decidedBy, form, formRemovedAt } = submission;
  return (
    <div role="status">
      {state === 'suspected' ? (
        <Remark tone="active">
          Waiting for your decision until <AbsoluteTime at={formRemovedAt} dayOnly />, then deleted.
        </Remark>
      ) : (
        <Remark tone="active">
          {words.quarantineState[state]} by {decidedBy}, <AbsoluteTime at={decidedAt} />.{' '}
          {form ? 'What was typed will be deleted on ' : 'What was typed was deleted on '}
          <AbsoluteTime at={formRemovedAt} dayOnly />.
        </Remark>
      )}
      {state !== 'suspected' && <NextToDecide nextId={submission.nextId} />}
    </div>
  );
}

/** After a decision the way on is to the next one. */
function NextToDecide({ nextId }: { nextId: string | null }) {
  return (
    <Remark tone="active">
      {nextId === null ? (
        'Nothing else to decide.'
      ) : (
        <Link to="/quarantine/$submissionId" params={{ submissionId: nextId }} className="ll-link">
          Next to decide
        </Link>
      )}
    </Remark>
  );
}

function FormPanel({ submission: { form, receivedAt, page } }: { submission: SuspectedSubmissionDetails }) {
  if (!form) {
    return (
      <Panel title="What was typed">
        <p className="ll-muted">Deleted some time after the decision.</p>
      </Panel>
    );
  }
  return (
    <>
      <Panel title="What was typed">
        <FieldList
          fields={[
            { label: 'First name', value: form.firstName ?? undefined },
            { label: 'Last name', value: form.lastName ?? undefined },
            { label: 'Email address', value: form.email ?? undefined },
            { label: 'Phone number', value: form.phone ?? undefined },
            { label: 'Company', value: form.company ?? undefined },
            { label: 'Job title', value: form.title ?? undefined },
            { label: 'Country', value: <CountryName code={form.country} /> },
            { label: 'Call to action', value: words.callToAction[form.callToAction] },
            { label: 'Direct contact', value: form.contactDirectly ? 'Asked for' : undefined },
            { label: 'Sent', value: <AbsoluteTime at={receivedAt} /> },
            {
              label: 'Page',
              value: (
                <a className="ll-link" href={page.path} target="_blank" rel="noreferrer">
                  {page.path}
                </a>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title="Message">
        <p className={classes.message} dir="auto">
          {form.message ?? <span className="ll-muted">No message.</span>}
        </p>
      </Panel>
    </>
  );
}

function ReasonsPanel({ submission: { signals } }: { submission: SuspectedSubmissionDetails }) {
  return (
    <Panel title="Why it is suspected">
      <ul className={classes.reasons}>
        {signals.map((signal) => (
          <li key={signal}>{words.formSignal[signal]}</li>
        ))}
      </ul>
    </Panel>
  );
}
