import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import {
  type DeclineReason,
  declineReasons,
  type ErrorReason,
  errorReasons,
} from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { matchField, useDraft } from '../../../ui/forms/index.ts';
import { strong } from '../../../ui/rich-text.tsx';
import { blankToNull } from '../lead/deal-values.ts';
import { checkReason, listReasons, ReasonFields, type ReasonForm } from '../lead/dialogs/reason-fields.tsx';
import { spamReason } from '../lead/dialogs/spam-note.tsx';
import classes from './bulk.module.css';
import { BulkForm } from './bulk-form.tsx';
import { t } from './catalogue.ts';
import { CustomersToldNote } from './customers-told.tsx';
import { type BulkDetails, type BulkDialogProps, useBulkSubmission } from './use-bulk-submission.ts';

const fieldOf = matchField(['reason', 'notes']);

interface ReasonDialogProps extends BulkDialogProps {
  action: 'decline' | 'close-as-error';
  explanation: (reason: string) => ReactNode;
  reasons: { value: string; label: string }[];
  otherNeedsNotes: boolean;
  toDetails: (values: ReasonForm) => BulkDetails;
}

function ReasonLeadsDialog({ action, explanation, reasons, toDetails, ...props }: ReasonDialogProps) {
  const { otherNeedsNotes } = props;
  const form = useForm<ReasonForm>({
    initialValues: { reason: '', notes: '', duplicateOf: '' },
    validate: (values) => checkReason(values, otherNeedsNotes),
  });
  const draft = useDraft(form, { form: `bulk-${action}` });
  const sending = useBulkSubmission({ ...props, setErrors: form.setErrors, fieldOf, draft });
  return (
    <BulkForm
      action={action}
      target={props.target}
      sending={sending}
      dirty={form.isDirty()}
      draft={draft}
      isFinal
      onSubmit={form.onSubmit(
        (values) => sending.send(toDetails(values)),
        sending.submission.focusFirstError,
      )}
      onClose={props.onClose}
    >
      {explanation(form.values.reason)}
      <ReasonFields form={form} reasons={reasons} otherNeedsNotes={otherNeedsNotes} askDuplicate={false} />
    </BulkForm>
  );
}

/** LC-3: declines leads with one reason, and says how many customers will be told. */
export function DeclineLeadsDialog(props: BulkDialogProps) {
  return (
    <ReasonLeadsDialog
      {...props}
      action="decline"
      otherNeedsNotes
      reasons={listReasons(declineReasons, words.declineReason)}
      explanation={(reason) => (
        <>
          <p className={classes.plain}>{t.rich('decline.explanation', { b: strong })}</p>
          {reason === spamReason ? (
            <p className={classes.plain} role="status">
              {t('decline.spam')}
            </p>
          ) : (
            <CustomersToldNote target={props.target} />
          )}
        </>
      )}
      toDetails={({ reason, notes }) => ({
        action: 'decline',
        reason: reason as DeclineReason,
        notes: blankToNull(notes),
      })}
    />
  );
}

/** LC-7: closes leads as errors, with one reason. */
export function CloseLeadsDialog(props: BulkDialogProps) {
  return (
    <ReasonLeadsDialog
      {...props}
      action="close-as-error"
      otherNeedsNotes={false}
      reasons={listReasons(errorReasons, words.errorReason)}
      explanation={() => <p className={classes.plain}>{t('closeAsError.explanation')}</p>}
      toDetails={({ reason, notes }) => ({
        action: 'close-as-error',
        reason: reason as ErrorReason,
        notes: blankToNull(notes),
      })}
    />
  );
}
