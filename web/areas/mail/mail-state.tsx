import {
  IconArchive,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconClock,
  IconMailOff,
} from '@tabler/icons-react';
import type { MailSummary } from '../../../contract/mail/mail.ts';
import { words } from '../../../contract/words.ts';
import { Badge } from '../../ui/index.ts';

const states = {
  waiting: { icon: IconClock, tone: 'active', title: 'Sent as soon as the mail server accepts it' },
  sent: { icon: IconCircleCheck, tone: 'good', title: 'The mail server accepted it' },
  failed: { icon: IconCircleX, tone: 'bad', title: 'We won’t try again automatically' },
  kept: { icon: IconArchive, tone: 'quiet', title: 'No mail server is set up' },
  dropped: {
    icon: IconCircleMinus,
    tone: 'quiet',
    title: 'It was out of date before it could be sent',
  },
} as const;

/** Where an email stands, in icon and words. */
export function MailStateBadge({ mail }: { mail: Pick<MailSummary, 'state' | 'returnedAt'> }) {
  if (mail.returnedAt !== null) {
    return <Badge icon={IconMailOff} tone="bad" label="Came back" title="The address doesn’t accept email" />;
  }
  return <Badge {...states[mail.state]} label={words.mailState[mail.state]} />;
}
