import { Button, type ButtonProps, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type FormEventHandler, type ReactNode, useState } from 'react';
import { Failures } from './failures.tsx';
import classes from './forms.module.css';
import type { Submission } from './submission.ts';

interface FormDialogProps {
  title: string;
  submitLabel: string;
  submitColor?: ButtonProps['color'];
  submission: Submission;
  /** True when something was typed: closing then asks first. */
  dirty: boolean;
  /** No submit button: there is nothing left to send. */
  readOnly?: boolean;
  size?: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with a form: buttons stay in view, Escape never throws away what was typed. */
export function FormDialog(props: FormDialogProps) {
  const small = useMediaQuery('(max-width: 40em)');
  const [asking, setAsking] = useState(false);
  const close = () => {
    if (props.submission.sending) return;
    if (props.dirty && !props.readOnly) setAsking(true);
    else props.onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={props.title}
      size={props.size ?? '36rem'}
      fullScreen={small ?? false}
      closeOnClickOutside={!props.dirty}
      transitionProps={{ duration: 120 }}
      classNames={{ body: classes.dialogBody, title: classes.dialogTitle }}
    >
      <form ref={props.submission.formRef} onSubmit={props.onSubmit} noValidate className={classes.form}>
        <div className={classes.fields}>{props.children}</div>
        <div className={classes.foot}>
          <Failures sentences={props.submission.failures} />
          {asking ? (
            <AskToDiscard onKeep={() => setAsking(false)} onDiscard={props.onClose} />
          ) : (
            <div className={classes.buttons}>
              <Button variant="default" onClick={close} disabled={props.submission.sending}>
                {props.readOnly ? 'Close' : 'Cancel'}
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
    </Modal>
  );
}

function AskToDiscard({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  return (
    <div className={classes.buttons} role="alertdialog" aria-label="Discard what you typed?">
      <span className={classes.question}>Discard what you typed?</span>
      <Button variant="default" onClick={onKeep} data-autofocus autoFocus>
        Keep editing
      </Button>
      <Button color="red" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  );
}
