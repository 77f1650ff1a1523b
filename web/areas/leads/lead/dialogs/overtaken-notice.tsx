import { IconUserCheck } from '@tabler/icons-react';
import { Notice } from '../../../../ui/notice.tsx';

/** Tells that somebody else was faster; what was typed stays readable below. */
export function OvertakenNotice({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <Notice tone="attention" urgent icon={<IconUserCheck size={20} stroke={1.8} />} title={sentence}>
      Your changes were not saved. What you typed is still here if you want to copy it; the page shows the
      lead as it is now.
    </Notice>
  );
}
