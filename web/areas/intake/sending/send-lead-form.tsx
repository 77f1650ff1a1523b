import { Button, Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { countryCodes } from '../../../../contract/countries.ts';
import type { Partner } from '../../../../contract/organizations/partners.ts';
import { request } from '../../../api/client.ts';
import { createKeyring } from '../../../api/idempotency.ts';
import { partnersQuery, queryKeys } from '../../../api/queries.ts';
import { Stack, StackedForm } from '../../../ui/content/index.ts';
import {
  DraftNotice,
  Failures,
  LeaveDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../../ui/forms/index.ts';
import { Buttons, ErrorState, formatCountry, Panel, useLocale } from '../../../ui/index.ts';
import { LocationSelect } from '../../organizations/index.ts';
import {
  checkLeadForm,
  emptyLeadForm,
  type LeadForm,
  listOffers,
  renamedLeadFields,
  toLeadBody,
} from './lead-form.ts';
import classes from './sending.module.css';

type Form = UseFormReturnType<LeadForm>;

export interface SentReceipt {
  partnerName: string;
  customer: string;
  /** false: the same lead had been taken before. */
  created: boolean;
}

const fieldOf = matchField(Object.keys(emptyLeadForm), renamedLeadFields);

/** The form of one lead; sending it twice makes one lead. */
export function SendLeadForm({ onSent }: { onSent: (receipt: SentReceipt) => void }) {
  const client = useQueryClient();
  const partners = useQuery(partnersQuery);
  const form = useForm<LeadForm>({ initialValues: emptyLeadForm, validate: checkLeadForm });
  const draft = useDraft(form, { form: 'send-lead' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const [keyOf] = useState(() => createKeyring());
  const partner = partners.data?.find((candidate) => candidate.id === form.values.organizationId);
  const submit = form.onSubmit((values) => {
    const body = toLeadBody(values);
    const key = keyOf(body, draft.readAttempt());
    return submission.run(
      async () => {
        const headers = { 'idempotency-key': key };
        const receipt = await request('POST /api/v1/leads', { body, headers });
        void client.invalidateQueries({ queryKey: queryKeys.sentLeads });
        onSent({
          partnerName: partner?.name ?? 'the partner',
          customer: body.customerName ?? (`${values.firstName} ${values.lastName}`.trim() || 'The customer'),
          created: receipt.created,
        });
      },
      { body, key },
    );
  }, submission.focusFirstError);
  if (partners.isError && !partners.data) {
    return (
      <Panel>
        <ErrorState
          error={partners.error}
          title="The partners could not be loaded"
          onRetry={() => void partners.refetch()}
        />
      </Panel>
    );
  }
  return (
    <StackedForm ref={submission.formRef} onSubmit={submit} wide>
      <LeaveDialog dirty={form.isDirty()} submission={submission} draft={draft} />
      <DraftNotice draft={draft} />
      <PartnerPanel form={form} partners={partners.data} partner={partner} />
      <CustomerPanel form={form} />
      <RequestPanel form={form} />
      <Failures sentences={submission.failures} />
      <Buttons>
        <Button type="submit" loading={submission.sending}>
          Send lead
        </Button>
      </Buttons>
    </StackedForm>
  );
}

interface PartnerPanelProps {
  form: Form;
  partners: Partner[] | undefined;
  partner: Partner | undefined;
}

function PartnerPanel({ form, partners, partner }: PartnerPanelProps) {
  const { locale } = useLocale();
  const choices = useMemo(
    () =>
      (partners ?? []).map(({ id, name, country }) => ({
        value: id,
        label: `${name}, ${formatCountry(country, locale)}`,
      })),
    [partners, locale],
  );
  return (
    <Panel title="Partner">
      <div className={classes.fields}>
        <Select
          className={classes.whole}
          label="Partner"
          placeholder={partners ? 'Search by name or country' : 'Loading partners…'}
          withAsterisk
          aria-required
          searchable
          limit={100}
          data={choices}
          nothingFoundMessage="No such partner"
          {...form.getInputProps('organizationId')}
          value={form.values.organizationId || null}
          onChange={(value) => {
            form.setValues({ organizationId: value ?? '', locationId: '', offerId: '' });
            form.clearFieldError('organizationId');
          }}
        />
        <Select
          label="Offer"
          placeholder={partner ? 'None in particular' : 'Choose a partner first'}
          disabled={!partner}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Clear the offer' }}
          data={listOffers(partner)}
          nothingFoundMessage="No such offer"
          {...form.getInputProps('offerId')}
          value={form.values.offerId || null}
          onChange={(value) => form.setFieldValue('offerId', value ?? '')}
        />
        <LocationSelect
          partner={partner}
          {...form.getInputProps('locationId')}
          onChange={(value) => form.setFieldValue('locationId', value ?? '')}
        />
      </div>
    </Panel>
  );
}

function CustomerPanel({ form }: { form: Form }) {
  const { locale } = useLocale();
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: formatCountry(code, locale) }))
        .sort((left, right) => left.label.localeCompare(right.label, locale)),
    [locale],
  );
  const text = (field: keyof LeadForm) => ({
    autoComplete: 'off',
    maxLength: 200,
    ...form.getInputProps(field),
  });
  return (
    <Panel title="Customer">
      <div className={classes.fields}>
        <TextInput label="Company" {...text('customerName')} />
        <Select
          label="Country"
          placeholder="Not known"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Clear the country' }}
          limit={300}
          data={countries}
          nothingFoundMessage="No such country"
          {...form.getInputProps('country')}
          value={form.values.country || null}
          onChange={(value) => form.setFieldValue('country', value ?? '')}
        />
        <TextInput label="First name" {...text('firstName')} />
        <TextInput label="Last name" {...text('lastName')} />
        <TextInput className={classes.whole} label="Job title" {...text('title')} />
        <TextInput
          label="Email"
          description="Enter this, a phone number, or both."
          type="email"
          {...text('email')}
        />
        <TextInput
          label="Phone"
          description="Best with the country code: +49 …"
          type="tel"
          {...text('phone')}
        />
      </div>
    </Panel>
  );
}

function RequestPanel({ form }: { form: Form }) {
  const allowed = form.values.contactAllowed === 'yes';
  return (
    <Panel title="Request">
      <Stack>
        <Textarea
          label="Message to the partner"
          description="What the customer needs, and what the partner should know."
          autosize
          minRows={4}
          maxRows={14}
          maxLength={5000}
          {...form.getInputProps('message')}
        />
        <Radio.Group
          label="Did the customer agree to be contacted by the partner?"
          withAsterisk
          {...form.getInputProps('contactAllowed')}
        >
          <div className={classes.choices}>
            <Radio value="yes" label="Yes, the customer agreed" />
            <Radio
              value="no"
              label="No"
              description="The partner sees the lead but no contact details and no message, so there is little they can do."
            />
          </div>
        </Radio.Group>
        <Checkbox
          label="The customer wants to be contacted directly"
          description="The lead is marked as hot, so that the partner gets in touch at once."
          disabled={!allowed}
          {...form.getInputProps('contactDirectly', { type: 'checkbox' })}
          checked={allowed && form.values.contactDirectly}
        />
      </Stack>
    </Panel>
  );
}
