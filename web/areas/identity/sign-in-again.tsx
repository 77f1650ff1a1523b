import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../contract/identity/identity.ts';
import { signInAgain } from '../../api/session.ts';
import { Dialog } from '../../ui/index.ts';
import classes from './sign-in.module.css';
import { SignInChoices } from './sign-in-page.tsx';

/** Over everything else, also over other dialogs. */
const zIndex = 1000;

/**
 * On top of a page whose session has ended: its person signs in and goes on with everything still in place. What was
 * shown cannot be read meanwhile; somebody else who signs in starts with a clean page.
 */
export function SignInAgain({ before }: { before: Me }) {
  const client = useQueryClient();
  async function enter(email: string, password: string) {
    const who = await signInAgain(client, before, email, password);
    if (who === 'same-person') return;
    notifications.show({
      title: `${before.person.name} was signed in here before`,
      message: 'You start with a fresh page. What they typed is kept for them and not shown to you.',
      autoClose: 12_000,
    });
  }
  return (
    <Dialog
      title="Sign in again to continue"
      onClose={() => {}}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      zIndex={zIndex}
      size="26rem"
      opaque
    >
      <p className={classes.againText}>
        Your session has ended. Nothing you typed is lost: sign in as{' '}
        <strong>
          <bdi>{before.person.name}</bdi>
        </strong>{' '}
        and continue where you left off.
      </p>
      <SignInChoices email={before.person.email} enter={enter} />
    </Dialog>
  );
}
