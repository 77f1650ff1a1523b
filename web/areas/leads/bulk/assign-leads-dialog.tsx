import { MultiSelect, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { sortByName } from '../../../../contract/name-order.ts';
import { explainError } from '../../../api/client.ts';
import { peopleQuery } from '../../../api/queries.ts';
import { matchField, useDraft } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { BulkForm } from './bulk-form.tsx';
import { t } from './catalogue.ts';
import { type BulkDialogProps, useBulkSubmission } from './use-bulk-submission.ts';

interface AssignForm {
  to: 'people' | 'nobody';
  personIds: string[];
}

const fieldOf = matchField(['personIds']);

/** Makes one person, or several who share them fairly, the owners of leads; or nobody. */
export function AssignLeadsDialog(props: BulkDialogProps) {
  const people = useQuery(peopleQuery);
  const form = useForm<AssignForm>({
    initialValues: { to: 'people', personIds: [] },
    validate: ({ to, personIds }) =>
      to === 'people' && personIds.length === 0 ? { personIds: t('assign.missing') } : {},
  });
  const draft = useDraft(form, { form: 'bulk-assign' });
  const sending = useBulkSubmission({ ...props, setErrors: form.setErrors, fieldOf, draft });
  const submit = form.onSubmit(
    ({ to, personIds }) => sending.send({ action: 'assign', personIds: to === 'nobody' ? null : personIds }),
    sending.submission.focusFirstError,
  );
  const options = sortByName(people.data ?? [], ({ name }) => name).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  const missing = people.isError
    ? explainError(people.error)
    : people.data
      ? t('assign.noMatches')
      : shared('loading');
  return (
    <BulkForm
      action="assign"
      target={props.target}
      sending={sending}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <Radio.Group label={t('assign.to')} {...form.getInputProps('to')}>
        <Stack gap="xs" mt="xs">
          <Radio value="people" label={t('assign.people')} />
          <Radio value="nobody" label={t('assign.nobody')} />
        </Stack>
      </Radio.Group>
      {form.values.to === 'people' && (
        <MultiSelect
          label={t('assign.peopleLabel')}
          description={t('assign.fair')}
          withAsterisk
          aria-required
          data-autofocus
          searchable
          data={options}
          nothingFoundMessage={missing}
          {...form.getInputProps('personIds')}
        />
      )}
    </BulkForm>
  );
}
