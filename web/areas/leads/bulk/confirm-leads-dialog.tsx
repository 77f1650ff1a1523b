import type { FormEvent } from 'react';
import classes from './bulk.module.css';
import { BulkForm } from './bulk-form.tsx';
import { t } from './catalogue.ts';
import { type BulkDialogProps, useBulkSubmission } from './use-bulk-submission.ts';

type Action = 'favorite' | 'unfavorite' | 'report-spam';

/** Asks before something that needs no more than the number. */
export function ConfirmLeadsDialog({ action, ...props }: BulkDialogProps & { action: Action }) {
  const sending = useBulkSubmission({ ...props, setErrors: () => {}, fieldOf: () => undefined });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sending.send({ action });
  };
  return (
    <BulkForm
      action={action}
      target={props.target}
      sending={sending}
      dirty={false}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {action === 'report-spam' && <p className={classes.plain}>{t('reportSpam.explanation')}</p>}
    </BulkForm>
  );
}
