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
import { t } from './catalogue.ts';

const states = {
  waiting: { icon: IconClock, tone: 'active', title: t('state.waiting') },
  sent: { icon: IconCircleCheck, tone: 'good', title: t('state.sent') },
  failed: { icon: IconCircleX, tone: 'bad', title: t('state.failed') },
  kept: { icon: IconArchive, tone: 'quiet', title: t('state.kept') },
  dropped: {
    icon: IconCircleMinus,
    tone: 'quiet',
    title: t('state.dropped'),
  },
} as const;

/** The state of an email, as an icon with words. */
export function MailStateBadge({ mail }: { mail: Pick<MailSummary, 'state' | 'returnedAt'> }) {
  if (mail.returnedAt !== null) {
    return (
      <Badge icon={IconMailOff} tone="bad" label={t('state.cameBack')} title={t('state.cameBackHint')} />
    );
  }
  return <Badge {...states[mail.state]} label={words.mailState[mail.state]} />;
}
