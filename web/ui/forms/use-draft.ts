import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Attempt, type DraftValues, drafts } from '../../api/drafts.ts';
import { useMe } from '../../api/me.ts';
import { DraftKeeper, type FormReading, type RestoredDraft } from './draft-keeper.ts';

interface DraftOptions {
  /** The name of the form, one for the whole app. */
  form: string;
  /** What it is about: the id of a lead. */
  subject?: string;
  /** Fields that never touch the disk: passwords. */
  omit?: readonly string[];
}

export interface DraftControl {
  restored: RestoredDraft | null;
  /** Throws the draft away and empties the form of it. */
  discard: () => void;
  /** For forms that were sent, or given up: nothing is kept, whatever happens until the form is gone. */
  clear: () => void;
  /** For forms that stay after they were sent: what was kept is over, what is typed next is not. */
  renew: () => void;
  /** Writes what is typed down at once. */
  keepNow: () => void;
  /** A try to send that was never answered, also before the page was loaded again. */
  readAttempt: () => Attempt | undefined;
  noteAttempt: (attempt: Attempt) => void;
}

/**
 * Keeps what is typed into a form on this device until it is sent or thrown away, and puts it back when the form is
 * opened again.
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

/** Writes the draft down when the values changed, and before the form or the page goes. */
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
