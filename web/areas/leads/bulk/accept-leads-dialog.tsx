import { useForm } from '@mantine/form';
import { useMe } from '../../../api/queries.ts';
import { matchField, useDraft } from '../../../ui/forms/index.ts';
import { useLocale } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { likelyCurrency } from '../lead/deal-form/currencies.ts';
import { DealValueField, NotesField, TimeFrameField } from '../lead/deal-form/deal-fields.tsx';
import {
  checkDealForm,
  type DealForm,
  dealFormFields,
  readForm,
  renamedDealFields,
} from '../lead/deal-form/deal-form.ts';
import { TeamField } from '../lead/deal-form/team-field.tsx';
import classes from './bulk.module.css';
import { BulkForm } from './bulk-form.tsx';
import { t } from './catalogue.ts';
import { checkPattern, DealNameField } from './deal-name-field.tsx';
import { type BulkDialogProps, useBulkSubmission } from './use-bulk-submission.ts';

const fieldOf = matchField(dealFormFields, renamedDealFields);

/** LC-2: asks once for the details of the deals that leads become. */
export function AcceptLeadsDialog(props: BulkDialogProps) {
  const { target } = props;
  const { locale } = useLocale();
  const today = useToday();
  const me = useMe().person;
  const [first] = target.leads;
  const form = useForm<DealForm>({
    initialValues: {
      dealName: '{customer} – {offer}',
      amount: '',
      currency: likelyCurrency(first?.country ?? null),
      estimatedPurchaseDate: '',
      confirmedDay: '',
      notes: '',
      crmId: '',
      campaignId: '',
      teamMemberIds: [me.id],
      employees: [],
    },
    validate: (values) => ({ ...checkDealForm(values, locale, today), ...checkPattern(values.dealName) }),
  });
  const draft = useDraft(form, { form: 'bulk-accept' });
  const sending = useBulkSubmission({ ...props, setErrors: form.setErrors, fieldOf, draft });
  const submit = form.onSubmit((values) => {
    const { dealName, estimatedValue, estimatedPurchaseDate, notes, teamMemberIds } = readForm(
      values,
      locale,
    );
    if (estimatedValue === null || estimatedPurchaseDate === null) return;
    return sending.send({
      action: 'accept',
      dealName,
      estimatedValue,
      estimatedPurchaseDate,
      notes,
      teamMemberIds,
    });
  }, sending.submission.focusFirstError);
  return (
    <BulkForm
      action="accept"
      target={target}
      sending={sending}
      dirty={form.isDirty()}
      draft={draft}
      size="42rem"
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p className={classes.plain}>{t('accept.same')}</p>
      <DealNameField form={form} example={first} />
      <DealValueField form={form} />
      <TimeFrameField form={form} />
      <TeamField form={form} team={[]} />
      <NotesField form={form} />
    </BulkForm>
  );
}
