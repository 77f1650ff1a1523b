import { Select, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { offerIdPattern, offerLimits } from '../../../contract/offers/lists.ts';
import { request } from '../../api/client.ts';
import { partnersQuery, useMe } from '../../api/queries.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../ui/forms/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { PartnerSelect } from '../organizations/index.ts';
import { t } from './catalogue.ts';
import { offerKeys } from './offers-data.ts';

interface NewOfferForm {
  organizationId: string;
  publisherId: string;
  offerId: string;
  alias: string;
}

const fieldOf = matchField(['organizationId', 'publisherId', 'offerId', 'alias']);
const checkId = (typed: string) => (offerIdPattern.test(typed) ? null : t('begin.invalidId'));

interface NewOfferDialogProps {
  /** The partner that the list shows, for the operator. */
  partnerId: string | undefined;
  onClose: () => void;
}

/** Begins an offer: its ids, which never change; everything else is written on its own page (OF-1). */
export function NewOfferDialog(props: NewOfferDialogProps) {
  const { form, publishers, isFree, draft, submission, submit, isOperator } = useNewOffer(props);
  const partners = useQuery({ ...partnersQuery, enabled: isOperator });
  return (
    <FormDialog
      title={t('begin.title')}
      submitLabel={t('begin.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {isOperator && (
        <PartnerSelect
          partners={partners}
          field={{ ...form.getInputProps('organizationId'), value: form.values.organizationId }}
          onChoose={(id) => form.setValues({ organizationId: id, publisherId: '' })}
        />
      )}
      <PublisherField form={form} publishers={publishers} isFree={isFree} />
      <TextInput
        label={shared('offerId')}
        description={t('begin.offerIdHint')}
        withAsterisk
        aria-required
        data-autofocus={isOperator ? undefined : true}
        autoComplete="off"
        maxLength={50}
        {...form.getInputProps('offerId')}
      />
      <TextInput
        label={t('field.alias')}
        description={t('field.aliasHint')}
        autoComplete="off"
        maxLength={offerLimits.alias}
        {...form.getInputProps('alias')}
      />
    </FormDialog>
  );
}

interface PublisherFieldProps {
  form: UseFormReturnType<NewOfferForm>;
  publishers: readonly string[];
  /** Any id may be typed: the partner has none yet, or the operator gives another. */
  isFree: boolean;
}

function PublisherField({ form, publishers, isFree }: PublisherFieldProps) {
  const hint = isFree && publishers.length === 0 ? t('begin.firstPublisherHint') : t('begin.publisherHint');
  if (!isFree)
    return (
      <Select
        label={t('begin.publisher')}
        description={hint}
        allowDeselect={false}
        data={[...publishers]}
        {...form.getInputProps('publisherId')}
        value={form.values.publisherId || (publishers[0] ?? null)}
      />
    );
  return (
    <TextInput
      label={t('begin.publisher')}
      description={hint}
      withAsterisk={publishers.length === 0}
      aria-required={publishers.length === 0}
      autoComplete="off"
      maxLength={50}
      placeholder={publishers[0]}
      {...form.getInputProps('publisherId')}
    />
  );
}

/** The publisher ids of a partner; empty: of one’s own organization. */
const publishersQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...offerKeys.all, 'publishers', organizationId],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      request('GET /api/v1/offers', {
        query: { organizationId: organizationId || undefined, limit: 1 },
        signal,
      }),
  });

function useNewOffer({ partnerId = '', onClose }: NewOfferDialogProps) {
  const isOperator = useMe().permissions.managePartnerOffers;
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<NewOfferForm>({
    initialValues: { organizationId: partnerId, publisherId: '', offerId: '', alias: '' },
    validate: {
      organizationId: (id) => (isOperator && id === '' ? shared('choosePartner') : null),
      // Empty: the partner's own, or the server says what is missing.
      publisherId: (typed) => (typed === '' ? null : checkId(typed)),
      offerId: checkId,
    },
  });
  const { organizationId } = form.values;
  const listed = useQuery({
    ...publishersQuery(organizationId),
    enabled: !isOperator || organizationId !== '',
  });
  const publishers = listed.data?.publishers ?? [];
  const draft = useDraft(form, { form: 'new-offer' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf, draft });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        // Whoever is quicker than the list of ids waits for it.
        const { publishers: own } = await client.fetchQuery(publishersQuery(values.organizationId));
        const made = await request('POST /api/v1/offers', {
          body: {
            ...(isOperator && { organizationId: values.organizationId }),
            publisherId: values.publisherId || (own?.[0] ?? ''),
            offerId: values.offerId,
            alias: values.alias.trim() || null,
          },
        });
        client.setQueryData(offerKeys.one(made.id), made);
        void client.invalidateQueries({ queryKey: offerKeys.all, refetchType: 'none' });
        onClose();
        await navigate({ to: '/presence/offers/$offerId', params: { offerId: made.id } });
      }),
    submission.focusFirstError,
  );
  const isFree = isOperator || listed.data?.publishers?.length === 0;
  return { form, publishers, isFree, draft, submission, submit, isOperator };
}
