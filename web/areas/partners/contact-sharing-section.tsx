import { Button, Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactSharing } from '../../../contract/partners/partner-leads.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { request } from '../../api/client.ts';
import { Loaded, RowsSkeleton, Stack, StackedForm } from '../../ui/content/index.ts';
import { announce, Failures, LeaveDialog, matchField, useSubmission } from '../../ui/forms/index.ts';
import { AbsoluteTime, Buttons, Panel } from '../../ui/index.ts';
import { SettingsConflict, useRevision } from '../../ui/sections/settings-conflict.tsx';

const fieldOf = matchField(['withOperator']);

const contactSharingQuery = queryOptions({
  queryKey: ['contact-sharing'] as const,
  queryFn: ({ signal }) => request('GET /api/v1/contact-sharing', { signal }),
});

/** Whether the operator sees the contacts of the partner's leads: read by everybody, decided by the Account admin. */
export function ContactSharingSection() {
  const sharing = useQuery(contactSharingQuery);
  return (
    <Panel title="Sharing with the operator">
      <Stack>
        <Loaded query={sharing} loading={<RowsSkeleton rows={2} />}>
          {(kept) => <Content sharing={kept} />}
        </Loaded>
      </Stack>
    </Panel>
  );
}

function Content({ sharing }: { sharing: ContactSharing }) {
  const operator = sharing.operatorName;
  if (operator === null)
    return <p className="ll-note">This installation has no operator, so nothing is shared.</p>;
  return (
    <>
      <p className="ll-note">
        {operator} always sees where your leads stand: the company, the offer, the rating, your answer and
        when you gave it, but nothing about your deals. It sees the contact and the message only for leads
        that its own people sent, unless you share yours. Your access log shows whatever it looks at.
      </p>
      {sharing.mayChange ? (
        <SharingForm sharing={sharing} operator={operator} />
      ) : (
        <p className="ll-note">
          <strong>
            Contacts are {sharing.withOperator ? '' : 'not '}shared with {operator}.
          </strong>{' '}
          An Account admin of your whole organization can change that.
        </p>
      )}
      {sharing.changedAt !== null && (
        <p className="ll-note">
          Changed by {sharing.changedBy}, <AbsoluteTime at={sharing.changedAt} />.
        </p>
      )}
    </>
  );
}

function SharingForm({ sharing, operator }: { sharing: ContactSharing; operator: string }) {
  const client = useQueryClient();
  const base = useRevision(sharing);
  const form = useForm({ initialValues: { withOperator: sharing.withOperator } });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });

  function show(current: ContactSharing) {
    void adoptAnswer(client, contactSharingQuery.queryKey, current);
    form.setInitialValues({ withOperator: current.withOperator });
    form.reset();
  }

  const submit = form.onSubmit((body) =>
    submission.run(async () => {
      const changed = await base.change((revision) =>
        request('PUT /api/v1/contact-sharing', { body, headers: { 'if-match': `"${revision}"` } }),
      );
      show(changed);
      announce(
        changed.withOperator ? `Contacts are shared with ${operator}.` : 'Contacts are no longer shared.',
      );
    }),
  );
  return (
    <StackedForm ref={submission.formRef} onSubmit={submit}>
      <LeaveDialog dirty={form.isDirty()} submission={submission} />
      <Checkbox
        label={`Show contacts and messages of our leads to ${operator}`}
        description="Never for leads that expired, or for customers who don’t want to be contacted."
        {...form.getInputProps('withOperator', { type: 'checkbox' })}
      />
      <Failures sentences={submission.failures} />
      <SettingsConflict base={base} onTake={show} />
      <Buttons>
        <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
          Save
        </Button>
      </Buttons>
    </StackedForm>
  );
}
