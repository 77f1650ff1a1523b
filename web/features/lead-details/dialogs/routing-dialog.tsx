import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Lead } from '../../../../contract/leads.ts';
import { explainError, request } from '../../../api/client.ts';
import { partnersQuery } from '../../../api/queries.ts';
import { readListState, writeListState } from '../../leads/selection.ts';
import { announce, FormDialog, matchField, useSubmission } from '../forms/index.ts';
import { leadAddress, useLeadCache } from '../lead-data.ts';
import { LocationSelect } from './location-select.tsx';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { useLeadAction } from './use-lead-action.ts';

const fieldOf = matchField(['organizationId', 'locationId']);

/** Sends an unrouted lead to a partner (IN-4). */
export function RoutingDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const cache = useLeadCache();
  const navigate = useNavigate();
  const search = useSearch({ from: '/leads/$leadId' });
  const partners = useQuery(partnersQuery);
  const action = useLeadAction(lead);
  const form = useForm({
    initialValues: { organizationId: '', locationId: '' },
    validate: { organizationId: (value) => (value === '' ? 'Choose a partner' : null) },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, onConflict: action.onConflict });
  const chosen = partners.data?.find((partner) => partner.id === form.values.organizationId);
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        const body = { organizationId: values.organizationId, locationId: values.locationId || undefined };
        await request('POST', `${leadAddress(lead.id)}/routing`, { body });
        announce(`Sent to ${chosen?.name ?? 'the partner'}.`);
        onClose();
        await navigate({ to: '/leads', search: writeListState(readListState(search)) });
        cache.forget(lead.id);
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title="Send to partner"
      submitLabel="Send to partner"
      submission={submission}
      dirty={form.isDirty()}
      readOnly={action.overtaken !== null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OvertakenNotice sentence={action.overtaken} />
      <p style={{ margin: 0 }}>
        No partner could be found for this lead. Choose who should have it; from then on it belongs to that
        partner.
      </p>
      <Select
        label="Partner"
        placeholder={partners.isPending ? 'Loading partners…' : 'Search partners'}
        description={partners.isError ? explainError(partners.error) : undefined}
        withAsterisk
        aria-required
        searchable
        data-autofocus
        data={(partners.data ?? []).map((partner) => ({ value: partner.id, label: partner.name }))}
        nothingFoundMessage="No such partner"
        {...form.getInputProps('organizationId')}
        value={form.values.organizationId || null}
        onChange={(value) => form.setValues({ organizationId: value ?? '', locationId: '' })}
      />
      <LocationSelect partner={chosen} {...form.getInputProps('locationId')} />
    </FormDialog>
  );
}
