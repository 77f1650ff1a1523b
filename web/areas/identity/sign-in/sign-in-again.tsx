import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../../../contract/identity/identity.ts';
import { signInAgain } from '../../../api/session.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { t } from './catalogue.ts';
import classes from './sign-in.module.css';
import { SignInChoices } from './sign-in-page.tsx';

/** On top of everything, including other dialogs. */
const zIndex = 1000;

/**
 * Shown on top of a page whose session has ended: the same person signs in and continues where they left off. The page
 * below can't be read until then; anyone else who signs in starts with a clean page.
 */
export function SignInAgain({ before }: { before: Me }) {
  const client = useQueryClient();
  async function enter(email: string, password: string) {
    const who = await signInAgain(client, before, email, password);
    if (who === 'same-person') return;
    notifications.show({
      title: t('again.otherPerson.title', { name: before.person.name }),
      message: t('again.otherPerson.hint'),
      autoClose: 12_000,
    });
  }
  return (
    <Dialog
      title={t('again.title')}
      onClose={() => {}}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      zIndex={zIndex}
      size="26rem"
      opaque
    >
      <p className={classes.againText}>
        {t.rich('again.hint', {
          name: before.person.name,
          b: (name) => (
            <strong>
              <bdi>{name}</bdi>
            </strong>
          ),
        })}
      </p>
      <SignInChoices email={before.person.email} enter={enter} />
    </Dialog>
  );
}
