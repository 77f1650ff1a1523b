import { Button } from '@mantine/core';
import { lifeWords } from '../../../contract/link-life.ts';
import type { InvitationSent } from '../../../contract/people/accounts.ts';
import { Stack } from '../../ui/content/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Buttons } from '../../ui/index.ts';
import { strong } from '../../ui/rich-text.tsx';
import { SecretValue } from '../../ui/sections/secret.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

interface InvitationLinkDialogProps {
  invitation: InvitationSent;
  onClose: () => void;
}

/** Without a mail server: shows the link once, to pass on. Only its button closes it, so it isn't lost by accident. */
export function InvitationLinkDialog({ invitation, onClose }: InvitationLinkDialogProps) {
  return (
    <Dialog
      onClose={onClose}
      title={t('invitationLink.title', { name: invitation.name })}
      size="42rem"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <p style={{ margin: 0 }}>
          {t.rich('invitationLink.hint', {
            name: invitation.name,
            time: lifeWords.invitation,
            b: strong,
          })}
        </p>
        <SecretValue what="link" value={invitation.link ?? ''} />
        <Buttons place="end">
          <Button onClick={onClose}>{shared('copied')}</Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}
