import type { FormErrors } from '@mantine/form';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ApiError, type ClientProblem, explainError } from '../../../api/client.ts';
import { spreadIssues } from './problem-fields.ts';

export interface SubmissionOptions {
  setErrors: (errors: FormErrors) => void;
  /** The form field of a path of the request; see `matchField`. */
  fieldOf: (path: string) => string | undefined;
  /** Takes a 409 if it answers true; otherwise it is shown like any other failure. */
  onConflict?: (problem: ClientProblem) => boolean;
}

export interface Submission {
  formRef: RefObject<HTMLFormElement | null>;
  sending: boolean;
  /** What to say above the buttons; empty when all is well. */
  failures: string[];
  /** Runs the request; never twice at a time. What was typed stays whatever happens. */
  run: (send: () => Promise<void>) => Promise<void>;
  /** Moves the focus to the first field that has an error. */
  focusFirstError: () => void;
  clear: () => void;
}

/** Sends a form and puts what the server found wrong beside the fields, with the focus on the first. */
export function useSubmission({ setErrors, fieldOf, onConflict }: SubmissionOptions): Submission {
  const formRef = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [failures, setFailures] = useState<string[]>([]);
  const [refusals, setRefusals] = useState(0);

  useEffect(() => {
    if (refusals > 0) focusFirstInvalid(formRef.current);
  }, [refusals]);

  function refuse(error: unknown) {
    if (error instanceof ApiError && error.status === 409 && onConflict?.(error.problem)) return;
    if (error instanceof ApiError && error.problem.issues?.length) {
      const spread = spreadIssues({ ...error.problem }, fieldOf);
      setErrors(spread.fields);
      setFailures(spread.others);
    } else setFailures([explainError(error)]);
    setRefusals((count) => count + 1);
  }

  async function run(send: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setFailures([]);
    try {
      await send();
    } catch (error) {
      refuse(error);
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return {
    formRef,
    sending,
    failures,
    run,
    focusFirstError: () => setRefusals((count) => count + 1),
    clear: () => setFailures([]),
  };
}

function focusFirstInvalid(form: HTMLFormElement | null) {
  const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const target = invalid ?? form?.querySelector<HTMLElement>('[data-failures]');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
