import { Button, Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Partner } from '../../../../contract/organizations/partners.ts';
import { words } from '../../../../contract/words.ts';
import { request } from '../../../api/client.ts';
import { createKeyring } from '../../../api/idempotency.ts';
import { partnersQuery, queryKeys } from '../../../api/queries.ts';
import { Stack, StackedForm } from '../../../ui/content/index.ts';
import {
  DraftBanner,
  Failures,
  LeaveDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../../ui/forms/index.ts';
import { Buttons, ErrorState, formatCountry, Panel, useLocale } from '../../../ui/index.ts';
import { useCountryOptions } from '../../../ui/use-country-options.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { LocationSelect } from '../../organizations/index.ts';
import { t } from './catalogue.ts';
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
  /** null: no longer known. */
  partnerName: string | null;
  /** null: no name given. */
  customer: string | null;
  /** false: the same lead had already been accepted. */
  created: boolean;
}

const fieldOf = matchField(Object.keys(emptyLeadForm), renamedLeadFields);

/** The form for one lead; sending it twice creates one lead. */
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
          partnerName: partner?.name ?? null,
          customer: body.customerName ?? (`${values.firstName} ${values.lastName}`.trim() || null),
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
          title={t('send.partnersFailed')}
          onRetry={() => void partners.refetch()}
        />
      </Panel>
    );
  }
  return (
    <StackedForm ref={submission.formRef} onSubmit={submit} wide>
      <LeaveDialog dirty={form.isDirty()} submission={submission} draft={draft} />
      <DraftBanner draft={draft} />
      <PartnerPanel form={form} partners={partners.data} partner={partner} />
      <CustomerPanel form={form} />
      <RequestPanel form={form} />
      <Failures sentences={submission.failures} />
      <Buttons>
        <Button type="submit" loading={submission.sending}>
          {t('send.submit')}
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
    <Panel title={words.field.partner}>
      <div className={classes.fields}>
        <Select
          className={classes.whole}
          label={words.field.partner}
          placeholder={partners ? t('send.partner.hint') : shared('loadingPartners')}
          withAsterisk
          aria-required
          searchable
          limit={100}
          data={choices}
          nothingFoundMessage={shared('noPartnerMatch')}
          {...form.getInputProps('organizationId')}
          value={form.values.organizationId || null}
          onChange={(value) => {
            form.setValues({ organizationId: value ?? '', locationId: '', offerId: '' });
            form.clearFieldError('organizationId');
          }}
        />
        <Select
          label={words.field.offer}
          placeholder={partner ? t('send.offer.none') : shared('partnerFirst')}
          disabled={!partner}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('send.offer.clear') }}
          data={listOffers(partner)}
          nothingFoundMessage={t('send.offer.noMatch')}
          {...form.getInputProps('offerId')}
          value={form.values.offerId || null}
          onChange={(value) => form.setFieldValue('offerId', value ?? '')}
        />
        <LocationSelect
          partner={partner}
          {...form.getInputProps('locationId')}
          onChange={(value) => form.setFieldValue('locationId', value ?? '')}
        />
        <TextInput
          className={classes.whole}
          label={words.field.referralProgram}
          description={t('send.programHint')}
          autoComplete="off"
          maxLength={100}
          {...form.getInputProps('referralProgram')}
        />
      </div>
    </Panel>
  );
}

function CustomerPanel({ form }: { form: Form }) {
  const countries = useCountryOptions();
  const text = (field: keyof LeadForm) => ({
    autoComplete: 'off',
    maxLength: 200,
    ...form.getInputProps(field),
  });
  return (
    <Panel title={words.field.customer}>
      <div className={classes.fields}>
        <TextInput label={words.field.company} {...text('customerName')} />
        <Select
          label={words.field.country}
          placeholder={t('send.customer.countryUnknown')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('send.customer.clearCountry') }}
          limit={300}
          data={countries}
          nothingFoundMessage={t('send.customer.noCountryMatch')}
          {...form.getInputProps('country')}
          value={form.values.country || null}
          onChange={(value) => form.setFieldValue('country', value ?? '')}
        />
        <TextInput label={words.field.firstName} {...text('firstName')} />
        <TextInput label={words.field.lastName} {...text('lastName')} />
        <TextInput className={classes.whole} label={words.field.jobTitle} {...text('title')} />
        <TextInput
          label={words.field.email}
          description={t('send.customer.emailHint')}
          type="email"
          {...text('email')}
        />
        <TextInput
          label={words.field.phone}
          description={t('send.customer.phoneHint')}
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
    <Panel title={t('send.request.title')}>
      <Stack>
        <Textarea
          label={t('send.request.message')}
          description={t('send.request.messageHint')}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={5000}
          {...form.getInputProps('message')}
        />
        <Radio.Group label={t('send.request.consent')} withAsterisk {...form.getInputProps('contactAllowed')}>
          <div className={classes.choices}>
            <Radio value="yes" label={t('send.request.agreed')} />
            <Radio value="no" label={shared('no')} description={t('send.request.notAgreedHint')} />
          </div>
        </Radio.Group>
        <Checkbox
          label={t('send.request.direct')}
          description={t('send.request.directHint')}
          disabled={!allowed}
          {...form.getInputProps('contactDirectly', { type: 'checkbox' })}
          checked={allowed && form.values.contactDirectly}
        />
      </Stack>
    </Panel>
  );
}
