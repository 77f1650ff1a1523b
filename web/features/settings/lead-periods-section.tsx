import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OperatorPolicy, OperatorPolicyChange } from '../../../contract/operator.ts';
import { ErrorState, Panel } from '../../ui/index.ts';
import {
  announce,
  announceFailure,
  announceWithUndo,
  Failures,
  matchField,
  useSubmission,
} from '../lead-details/index.ts';
import {
  changePolicy,
  fillPolicyForm,
  findPeriodProblem,
  type PolicyField,
  type PolicyForm,
  policyFields,
  policyQuery,
  readPolicyChange,
  wordHours,
} from './lead-periods.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import classes from './settings.module.css';

const fieldOf = matchField(policyFields);
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** How long leads wait, stay hot and are kept, and when mails become a digest (LC-10). */
export function LeadPeriodsSection() {
  const policy = useQuery(policyQuery);
  return (
    <Panel title="Lead periods">
      {policy.isPending && <ListSkeleton rows={policyFields.length} />}
      {policy.isError && <ErrorState error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.isSuccess && <PeriodsForm policy={policy.data} />}
    </Panel>
  );
}

function PeriodsForm({ policy }: { policy: OperatorPolicy }) {
  const client = useQueryClient();
  const form = useForm<PolicyForm>({
    initialValues: fillPolicyForm(policy),
    validate: Object.fromEntries(
      policyFields.map((name) => [name, (value: string) => findPeriodProblem(name, value)]),
    ),
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });

  async function apply(change: OperatorPolicyChange) {
    const changed = await changePolicy(change);
    client.setQueryData(policyQuery.queryKey, changed);
    form.setInitialValues(fillPolicyForm(changed));
    form.reset();
  }

  async function takeBack(before: OperatorPolicyChange) {
    try {
      await apply(before);
      announce('The periods are as they were.');
    } catch (error) {
      announceFailure('The periods were not set back', error);
    }
  }

  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        const change = readPolicyChange(values, policy);
        const names = Object.keys(change) as PolicyField[];
        const before = Object.fromEntries(names.map((name) => [name, policy[name]]));
        await apply(change);
        announceWithUndo(
          'The periods are saved. Leads received from now on have them.',
          () => void takeBack(before),
        );
      }),
    submission.focusFirstError,
  );
  const number = (name: PolicyField) => ({ inputMode: 'numeric' as const, ...form.getInputProps(name) });
  return (
    <form ref={submission.formRef} onSubmit={submit} noValidate className={classes.form}>
      <p className={classes.intro}>
        These count for every partner. A change acts on leads received afterwards: leads that are here already
        keep their deadlines.
      </p>
      <TextInput
        label="Hours to answer a lead"
        description={`Then it expires and its contact is not shown any more. ${wordHours(form.values.expiryHours)}`}
        {...number('expiryHours')}
      />
      <TextInput
        label="Hours that a lead is hot"
        description={`After a customer asked to be contacted directly. ${wordHours(form.values.hotHours)}`}
        {...number('hotHours')}
      />
      <TextInput
        label="Months that an informational lead is kept"
        description="Calendar months. Then it is not listed, found or exported any more."
        {...number('informationalMonths')}
      />
      <TextInput
        label="Mails about new leads in a day"
        description="For each recipient. Further leads of that day come together in one mail; hot leads are always mailed at once."
        {...number('mailsPerDay')}
      />
      <Select
        label="Time of the collected mail"
        description="In the time zone of the recipient."
        data={hoursOfDay}
        allowDeselect={false}
        {...form.getInputProps('digestHour')}
      />
      <Failures sentences={submission.failures} />
      <div className={classes.buttons}>
        <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
          Save
        </Button>
      </div>
    </form>
  );
}
