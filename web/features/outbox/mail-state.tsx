import { IconArchive, IconCircleCheck, IconCircleX, IconClock, IconMailOff } from '@tabler/icons-react';
import type { MailSummary } from '../../../contract/mail.ts';
import { words } from '../../../contract/words.ts';
import { Badge } from '../../ui/index.ts';

const states = {
  waiting: { icon: IconClock, tone: 'active', title: 'It is sent as soon as the mail server takes it' },
  sent: { icon: IconCircleCheck, tone: 'good', title: 'The mail server took it' },
  failed: { icon: IconCircleX, tone: 'bad', title: 'It will not be tried again by itself' },
  kept: { icon: IconArchive, tone: 'quiet', title: 'There was no mail server to send it through' },
} as const;

/** Where a mail stands, in icon and words. */
export function MailStateBadge({ mail }: { mail: Pick<MailSummary, 'state' | 'returnedAt'> }) {
  if (mail.returnedAt !== null) {
    return <Badge icon={IconMailOff} tone="bad" label="Came back" title="The address takes no mail" />;
  }
  return <Badge {...states[mail.state]} label={words.mailState[mail.state]} />;
}
