import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { useMe } from '../../../api/me.ts';
import { later } from '../../../ui/later.tsx';
import { toMailLink } from '../lead/contact-links.ts';
import { t } from './catalogue.ts';

const ReplyDialog = later(() => import('./reply-dialog.tsx'), 'ReplyDialog');

/** The id of the button, for the shortcut. */
export const replyButtonId = 'lead-reply';

/** Whether the customer can be replied to by email: their contact may be shown, and has an address. */
export function mayReply(lead: Lead, { workLeads }: { readonly workLeads: boolean }): boolean {
  return workLeads && toMailLink(lead.contact?.email ?? null) !== null;
}

/** Opens a reply to the customer (WS-17). */
export function ReplyButton({ lead }: { lead: Lead }) {
  const { permissions } = useMe();
  const [replying, setReplying] = useState<Lead>();
  const email = replying?.contact?.email ?? null;
  if (!mayReply(lead, permissions)) return null;
  return (
    <>
      <Button
        id={replyButtonId}
        variant="default"
        size="compact-sm"
        leftSection={<IconMail size={15} stroke={1.8} aria-hidden />}
        aria-keyshortcuts="r"
        onClick={() => setReplying(lead)}
      >
        {t('title')}
      </Button>
      {replying && email !== null && (
        <ReplyDialog lead={replying} email={email} onClose={() => setReplying(undefined)} />
      )}
    </>
  );
}
