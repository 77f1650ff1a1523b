import { Button, Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactSharing } from '../../../contract/partners/partner-leads.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { request } from '../../api/client.ts';
import { Loaded, RowsSkeleton, Stack, StackedForm } from '../../ui/content/index.ts';
import { announce, Failures, LeaveDialog, matchField, useSubmission } from '../../ui/forms/index.ts';
import { Buttons, Panel } from '../../ui/index.ts';
import { absolute } from '../../ui/rich-moments.tsx';
import { strong } from '../../ui/rich-text.tsx';
import { SettingsConflict, useRevision } from '../../ui/sections/settings-conflict.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

const fieldOf = matchField(['withOperator']);

const contactSharingQuery = queryOptions({
  queryKey: ['contact-sharing'] as const,
  queryFn: ({ signal }) => request('GET /api/v1/contact-sharing', { signal }),
});

/** Whether the operator sees the contacts of the partner's leads: everyone can read it, the Account admin decides. */
export function ContactSharingSection() {
  const sharing = useQuery(contactSharingQuery);
  return (
    <Panel title={shared('section.contact-sharing')}>
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
  if (operator === null) return <p className="ll-note">{t('sharing.noOperator')}</p>;
  return (
    <>
      <p className="ll-note">{t('sharing.explanation', { operator })}</p>
      {sharing.mayChange ? (
        <SharingForm sharing={sharing} operator={operator} />
      ) : (
        <p className="ll-note">
          {t.rich('sharing.standing', {
            isShared: sharing.withOperator ? 'yes' : 'no',
            operator,
            b: strong,
          })}
        </p>
      )}
      {sharing.changedAt !== null && (
        <p className="ll-note">
          {t.rich('sharing.changedBy', {
            name: sharing.changedBy ?? '',
            when: absolute(sharing.changedAt),
          })}
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
      announce(changed.withOperator ? t('sharing.shared', { operator }) : t('sharing.notShared'));
    }),
  );
  return (
    <StackedForm ref={submission.formRef} onSubmit={submit}>
      <LeaveDialog dirty={form.isDirty()} submission={submission} />
      <Checkbox
        label={t('sharing.share', { operator })}
        description={t('sharing.shareHint')}
        {...form.getInputProps('withOperator', { type: 'checkbox' })}
      />
      <Failures sentences={submission.failures} />
      <SettingsConflict base={base} onTake={show} />
      <Buttons>
        <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
          {shared('action.save')}
        </Button>
      </Buttons>
    </StackedForm>
  );
}
