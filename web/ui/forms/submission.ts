import type { FormErrors } from '@mantine/form';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, type ClientProblem, explainError, mayHaveArrived } from '../../api/client.ts';
import type { Attempt } from '../../api/drafts.ts';
import { t } from './catalogue.ts';
import { spreadIssues } from './problem-fields.ts';
import type { DraftControl } from './use-draft.ts';

interface SubmissionOptions {
  setErrors: (errors: FormErrors) => void;
  /** The form field of a path of the request; see `matchField`. */
  fieldOf: (path: string) => string | undefined;
  /** Handles a 409 if it returns true; otherwise the failure is shown like any other. */
  onConflict?: (problem: ClientProblem) => boolean;
  /** Deleted once the form is sent. */
  draft?: DraftControl;
  /**
   * Called when an attempt is refused after one that was never answered. Returns true if that one had arrived and has
   * been handled as a success.
   */
  onArrived?: (error: ApiError, attempt: Attempt) => boolean | Promise<boolean>;
}

/** What is sent, as text to compare, with its idempotency key. */
export interface Sent {
  body: unknown;
  key?: string;
}

export interface Submission {
  formRef: RefObject<HTMLFormElement | null>;
  sending: boolean;
  /** Whether something is being sent right now, for code that can't wait for a render. */
  isBusy: () => boolean;
  /** What to say above the buttons; empty when all is well. */
  failures: string[];
  /** Runs the request; never twice at a time. What was typed stays whatever happens. */
  run: (send: () => Promise<void>, sent?: Sent) => Promise<void>;
  /** Moves the focus to the first field that has an error. */
  focusFirstError: () => void;
  clear: () => void;
}

/** Submits a form and shows errors from the server at their fields, with the focus on the first. */
export function useSubmission(options: SubmissionOptions): Submission {
  const formRef = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const unanswered = useRef<Attempt>(undefined);
  const [sending, setSending] = useState(false);
  const [failures, setFailures] = useState<string[]>([]);
  const [refusals, setRefusals] = useState(0);
  const isBusy = useCallback(() => busy.current, []);

  useEffect(() => {
    if (refusals > 0) focusFirstInvalid(formRef.current);
  }, [refusals]);

  function refuse(error: unknown) {
    if (error instanceof ApiError && error.status === 409 && options.onConflict?.(error.problem)) return;
    if (error instanceof ApiError && error.problem.issues?.length) {
      const spread = spreadIssues({ ...error.problem }, options.fieldOf);
      options.setErrors(spread.fields);
      setFailures(spread.others);
    } else setFailures([explainFailure(error)]);
    setRefusals((count) => count + 1);
  }

  /** Remembers an unanswered attempt; when a later one is refused, asks whether the earlier one had arrived. */
  async function hadArrived(error: unknown, sent: Sent | undefined): Promise<boolean> {
    if (!(error instanceof ApiError)) return false;
    const attempt = unanswered.current ?? options.draft?.readAttempt();
    if (mayHaveArrived(error)) {
      if (sent && !attempt) note({ at: Date.now(), key: sent.key, body: JSON.stringify(sent.body) });
      return false;
    }
    return attempt !== undefined && ((await options.onArrived?.(error, attempt)) ?? false);
  }

  function note(attempt: Attempt) {
    unanswered.current = attempt;
    options.draft?.noteAttempt(attempt);
  }

  async function run(send: () => Promise<void>, sent?: Sent) {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setFailures([]);
    try {
      await send();
      options.draft?.clear();
    } catch (error) {
      if (await hadArrived(error, sent).catch(() => false)) options.draft?.clear();
      else refuse(error);
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return {
    formRef,
    sending,
    isBusy,
    failures,
    run,
    focusFirstError: () => setRefusals((count) => count + 1),
    clear: () => setFailures([]),
  };
}

function explainFailure(error: unknown): string {
  if (error instanceof ApiError && error.problem.code === 'not-signed-in') {
    return t('failure.sessionOver');
  }
  return explainError(error);
}

function focusFirstInvalid(form: HTMLFormElement | null) {
  const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const target = invalid ?? form?.querySelector<HTMLElement>('[data-failures]');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
