import { Button } from '@mantine/core';
import { invitationLife } from '../../../contract/link-life.ts';
import type { InvitationSent } from '../../../contract/people/accounts.ts';
import { Stack } from '../../ui/content/index.ts';
import { Buttons, Dialog } from '../../ui/index.ts';
import { SecretValue } from '../../ui/sections/secret.tsx';

interface InvitationLinkDialogProps {
  invitation: InvitationSent;
  onClose: () => void;
}

/** While no mail is sent: shows the link once, to be handed on. Closes only by its button, so it is not lost by a slip. */
export function InvitationLinkDialog({ invitation, onClose }: InvitationLinkDialogProps) {
  return (
    <Dialog
      onClose={onClose}
      title={`Link for ${invitation.name}`}
      size="42rem"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <p style={{ margin: 0 }}>
          No mail server is set up, so nothing was sent. Copy the link now,{' '}
          <strong>it is shown only once</strong>, and give it to {invitation.name} only: whoever opens it can
          join. It works once, within {invitationLife.words.en}.
        </p>
        <SecretValue what="link" value={invitation.link ?? ''} />
        <Buttons place="end">
          <Button onClick={onClose}>I have copied it</Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}
