import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Attempt, type DraftValues, drafts } from '../../api/drafts.ts';
import { useMe } from '../../api/me.ts';
import { DraftKeeper, type FormReading, type RestoredDraft } from './draft-keeper.ts';

interface DraftOptions {
  /** The name of the form, unique in the app. */
  form: string;
  /** What it is about: the id of a lead. */
  subject?: string;
  /** Fields that are never stored: passwords. */
  omit?: readonly string[];
}

export interface DraftControl {
  restored: RestoredDraft | null;
  /** Deletes the draft and resets the form. */
  discard: () => void;
  /** For forms that were sent or discarded: nothing more is kept until the form is gone. */
  clear: () => void;
  /** For forms that stay open after sending: deletes the draft; what is typed next is kept again. */
  renew: () => void;
  /** Saves what is typed immediately. */
  keepNow: () => void;
  /** An attempt to send that was never answered, even before a reload. */
  readAttempt: () => Attempt | undefined;
  noteAttempt: (attempt: Attempt) => void;
}

/**
 * Keeps what is typed into a form on this device until it is sent or discarded, and restores it when the form is opened
 * again.
 */
export function useDraft<Values extends object>(
  form: UseFormReturnType<Values>,
  { form: name, subject = '', omit = [] }: DraftOptions,
): DraftControl {
  const me = useMe();
  const [restored, setRestored] = useState<RestoredDraft | null>(null);
  const read = useRef<() => FormReading>(() => ({ base: {}, values: {} }));
  const latest = useRef(form);
  useLayoutEffect(() => {
    latest.current = form;
    const kept = (values: object): DraftValues =>
      Object.fromEntries(Object.entries(values).filter(([field]) => !omit.includes(field)));
    read.current = () => ({ base: kept(form.getInitialValues()), values: kept(form.getValues()) });
  });
  const [personId, organizationId] = [me.person.id, me.organization.id];
  const keeper = useMemo(
    () => new DraftKeeper(drafts, { personId, organizationId, form: name, subject }, () => read.current()),
    [personId, organizationId, name, subject],
  );
  useLayoutEffect(() => {
    const found = keeper.open();
    if (!found) return;
    latest.current.setValues(found.values as Partial<Values>);
    setRestored(found.restored);
  }, [keeper]);
  useWritten(keeper, form.values);

  return useMemo(() => {
    const end = (how: 'clear' | 'renew') => {
      keeper[how]();
      setRestored(null);
    };
    return {
      restored,
      discard() {
        end('renew');
        latest.current.reset();
      },
      clear: () => end('clear'),
      renew: () => end('renew'),
      keepNow: () => keeper.write(),
      readAttempt: () => keeper.attempt,
      noteAttempt: (attempt) => keeper.note(attempt),
    };
  }, [keeper, restored]);
}

/** Saves the draft when the values change, and before the form or the page closes. */
function useWritten(keeper: DraftKeeper, values: unknown): void {
  const seen = useRef(values);
  useEffect(() => {
    if (seen.current === values) return;
    seen.current = values;
    keeper.touch();
  }, [keeper, values]);
  useEffect(() => {
    const flush = () => keeper.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [keeper]);
}
