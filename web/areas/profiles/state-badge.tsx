import { IconCircleCheck, IconPencil, IconWorldOff } from '@tabler/icons-react';
import type { ProfileState } from '../../../contract/profiles/lists.ts';
import { Badge } from '../../ui/index.ts';
import { stateWords } from './profile-words.ts';

const looks = {
  draft: { icon: IconPencil, tone: 'quiet' },
  published: { icon: IconCircleCheck, tone: 'good' },
  unpublished: { icon: IconWorldOff, tone: 'attention' },
} as const;

/** Whether customers see a profile, in icon and words. */
export function StateBadge({ state }: { state: ProfileState }) {
  return <Badge {...looks[state]} label={stateWords[state]} />;
}
