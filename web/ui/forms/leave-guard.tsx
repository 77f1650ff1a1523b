import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { Dialog } from '../dialog.tsx';
import { shared } from '../words/catalogue.ts';
import { useWorkInHand } from '../work-in-hand.ts';
import { t } from './catalogue.ts';
import classes from './forms.module.css';
import type { Submission } from './submission.ts';
import type { DraftControl } from './use-draft.ts';

type Draft = Pick<DraftControl, 'clear' | 'keepNow'>;

interface LeaveGuard {
  /** The person wants to leave the page and has to decide about what they typed. */
  asking: boolean;
  stay: () => void;
  leave: () => void;
}

/** Blocks leaving the page (links, Back, reload, closing) while typed text isn't sent. */
export function useLeaveGuard(dirty: boolean, submission: Pick<Submission, 'isBusy'>): LeaveGuard {
  const isDirty = useRef(dirty);
  const { isBusy } = submission;
  useEffect(() => {
    isDirty.current = dirty;
  });
  const shouldBlockFn = useCallback(
    ({ current, next }: { current: { pathname: string }; next: { pathname: string } }) =>
      isDirty.current && !isBusy() && current.pathname !== next.pathname,
    [isBusy],
  );
  const enableBeforeUnload = useCallback(() => isDirty.current && !isBusy(), [isBusy]);
  useWorkInHand(dirty);
  const blocker = useBlocker({ shouldBlockFn, enableBeforeUnload, disabled: !dirty, withResolver: true });
  return {
    asking: blocker.status === 'blocked',
    stay: () => blocker.reset?.(),
    leave: () => blocker.proceed?.(),
  };
}

interface LeaveQuestionProps {
  /** Without it, nothing can be kept for later. */
  draft?: Draft | undefined;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks what to do with what was typed. Staying is the default. */
export function LeaveQuestion({ draft, onStay, onLeave }: LeaveQuestionProps) {
  return (
    <div className={classes.buttons} role="alertdialog" aria-label={t('leave.question')}>
      <span className={classes.question}>{t('leave.question')}</span>
      <Button variant="default" onClick={onStay} data-autofocus autoFocus>
        {t('leave.stay')}
      </Button>
      {draft && (
        <Button
          variant="default"
          onClick={() => {
            draft.keepNow();
            onLeave();
          }}
        >
          {t('leave.keep')}
        </Button>
      )}
      <Button
        color="red"
        onClick={() => {
          draft?.clear();
          onLeave();
        }}
      >
        {shared('action.discard')}
      </Button>
    </div>
  );
}

interface LeaveDialogProps {
  dirty: boolean;
  submission: Pick<Submission, 'isBusy'>;
  draft?: Draft;
}

/** {@link useLeaveGuard} for a form that is part of a page: asks in a dialog. */
export function LeaveDialog({ dirty, submission, draft }: LeaveDialogProps) {
  const guard = useLeaveGuard(dirty, submission);
  if (!guard.asking) return null;
  return (
    <Dialog title={t('leave.title')} onClose={guard.stay}>
      <LeaveQuestion draft={draft} onStay={guard.stay} onLeave={guard.leave} />
    </Dialog>
  );
}
