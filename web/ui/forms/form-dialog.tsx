import { Button, type ButtonProps } from '@mantine/core';
import { type FormEventHandler, type ReactNode, useState } from 'react';
import { useConnection } from '../../api/connection.ts';
import { isSessionOver } from '../../api/session-state.ts';
import { Dialog } from '../dialog.tsx';
import { onPhone, useRoomIs } from '../room.ts';
import { shared } from '../words/catalogue.ts';
import { t } from './catalogue.ts';
import { DraftBanner } from './draft-banner.tsx';
import { Failures } from './failures.tsx';
import classes from './forms.module.css';
import { LeaveQuestion, useLeaveGuard } from './leave-guard.tsx';
import { SideSheet } from './side-sheet.tsx';
import type { Submission } from './submission.ts';
import type { DraftControl } from './use-draft.ts';

/** Where a form opens: in the middle of the page, or at its side, so that what it is about stays in view. */
export type FormPlace = 'dialog' | 'side';

interface FormDialogProps {
  title: string;
  /** What the form is about; shown at the side, where the form covers it. */
  about?: string | undefined;
  submitLabel: string;
  submitColor?: ButtonProps['color'];
  submission: Submission;
  /** True when something was typed: closing then asks first. */
  dirty: boolean;
  /** Keeps what is typed on this device; without it, it is lost when the dialog closes. */
  draft?: DraftControl;
  /** No submit button: there is nothing left to send. */
  readOnly?: boolean;
  size?: string | undefined;
  place?: FormPlace | undefined;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
}

/** The banner of the page again, as the dialog covers it. */
function ConnectionLine() {
  const connection = useConnection();
  return (
    <div role="status" className={classes.connection}>
      {connection !== 'up' && t(`connection.${connection}`)}
    </div>
  );
}

/** A dialog with a form: buttons stay in view, and neither Escape nor Back discards what was typed. */
export function FormDialog(props: FormDialogProps) {
  const small = useRoomIs(onPhone);
  const [closing, setClosing] = useState(false);
  const unsent = props.dirty && !props.readOnly;
  const guard = useLeaveGuard(unsent, props.submission);
  const close = () => {
    // While someone has to sign in again, keys belong to the sign-in on top.
    if (props.submission.sending || isSessionOver()) return;
    if (unsent) setClosing(true);
    else {
      if (props.readOnly) props.draft?.clear();
      props.onClose();
    }
  };
  const answer = guard.asking
    ? { onStay: guard.stay, onLeave: guard.leave }
    : { onStay: () => setClosing(false), onLeave: props.onClose };
  const frame = {
    onClose: close,
    title: props.title,
    size: props.size ?? '36rem',
    closeOnClickOutside: !props.dirty,
    classNames: { body: classes.dialogBody, title: classes.dialogTitle },
  };
  const form = (
    <form ref={props.submission.formRef} onSubmit={props.onSubmit} noValidate className={classes.form}>
      <div className={classes.fields}>
        {props.draft && !props.readOnly && <DraftBanner draft={props.draft} />}
        {props.children}
      </div>
      <div className={classes.foot}>
        <ConnectionLine />
        <Failures sentences={props.submission.failures} />
        {closing || guard.asking ? (
          <LeaveQuestion draft={props.draft} {...answer} />
        ) : (
          <div className={classes.buttons}>
            <Button variant="default" onClick={close} disabled={props.submission.sending}>
              {props.readOnly ? shared('action.close') : shared('action.cancel')}
            </Button>
            {!props.readOnly && (
              <Button type="submit" color={props.submitColor} loading={props.submission.sending}>
                {props.submitLabel}
              </Button>
            )}
          </div>
        )}
      </div>
    </form>
  );
  return props.place === 'side' ? (
    <SideSheet {...frame} about={props.about}>
      {form}
    </SideSheet>
  ) : (
    <Dialog {...frame} fullScreen={small}>
      {form}
    </Dialog>
  );
}
