import { Button } from '@mantine/core';
import type { InvitationSent } from '../../../contract/accounts.ts';
import { invitationLife } from '../../../contract/link-life.ts';
import { CopyButton, Dialog } from '../../ui/index.ts';
import classes from '../../ui/sections/sections.module.css';

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
      <div className={classes.content}>
        <p style={{ margin: 0 }}>
          No mail server is set up, so nothing was sent. Copy the link now,{' '}
          <strong>it is shown only once</strong>, and give it to {invitation.name} only: whoever opens it can
          join. It works once, within {invitationLife.words.en}.
        </p>
        <div className={classes.secret}>
          <code data-autofocus tabIndex={-1}>
            {invitation.link}
          </code>
          <CopyButton value={invitation.link ?? ''} what="the link" />
        </div>
        <div className={classes.buttons} style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>I have copied it</Button>
        </div>
      </div>
    </Dialog>
  );
}
