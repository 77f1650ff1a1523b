import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { explainError } from '../api/client.ts';
import { askWhose, goBackTo, goOnAsNow } from '../api/session.ts';
import { type OtherSession, useOtherSession } from '../api/whose.ts';
import { router } from '../router.tsx';
import { t } from './catalogue.ts';
import classes from './other-session.module.css';

/** Each time the tab gets the focus, checks whether the session is still the same. */
function useAskingAtFocus() {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void askWhose();
    };
    window.addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      window.removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, []);
}

/** Blocks the tab while the browser's session belongs to someone else; what was typed below stays where it is. */
export function OtherSessionPanel() {
  useAskingAtFocus();
  const other = useOtherSession();
  return other ? <Stopped other={other} /> : null;
}

function wordMismatch({ openedFor, now }: OtherSession): { was: string; is: string } {
  if (openedFor.person.id !== now.person.id) {
    return {
      was: t('otherSession.openedForPerson', {
        person: openedFor.person.name,
        organization: openedFor.organization.name,
      }),
      is: t('otherSession.nowPerson', { person: now.person.name, organization: now.organization.name }),
    };
  }
  return {
    was: t('otherSession.openedFor', { organization: openedFor.organization.name }),
    is: t('otherSession.now', { organization: now.organization.name }),
  };
}

function Stopped({ other }: { other: OtherSession }) {
  const { openedFor, now } = other;
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  // The top layer: everything else in the tab, including open dialogs, is inert and stays as it is.
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const goOn = useMutation({
    mutationFn: async () => {
      await router.navigate({ to: '/', replace: true, ignoreBlocker: true });
      await goOnAsNow(client);
    },
  });
  const goBack = useMutation({ mutationFn: () => goBackTo(openedFor.organization.id) });
  const isSamePerson = openedFor.person.id === now.person.id;
  const { was, is } = wordMismatch(other);
  const error = goOn.error ?? goBack.error;
  const keepKeys = (event: KeyboardEvent) => event.stopPropagation();
  return (
    <dialog
      ref={dialog}
      className={classes.stopped}
      aria-labelledby="stopped-heading"
      data-mantine-stop-propagation="true"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={keepKeys}
    >
      <div className={classes.stoppedBox}>
        <h1 id="stopped-heading">{was}</h1>
        <p>{is}</p>
        <p className="ll-muted">{t('otherSession.hint')}</p>
        {error && <p role="alert">{explainError(error)}</p>}
        <div className={classes.stoppedActions}>
          <Button
            data-autofocus
            data-mantine-stop-propagation="true"
            loading={goOn.isPending}
            onClick={() => goOn.mutate()}
          >
            {t('otherSession.goOn', { organization: now.organization.name })}
          </Button>
          {isSamePerson && (
            <Button
              variant="default"
              data-mantine-stop-propagation="true"
              loading={goBack.isPending}
              onClick={() => goBack.mutate()}
            >
              {t('otherSession.goBack', { organization: openedFor.organization.name })}
            </Button>
          )}
        </div>
      </div>
    </dialog>
  );
}
