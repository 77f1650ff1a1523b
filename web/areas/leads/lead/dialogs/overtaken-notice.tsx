import { IconUserCheck } from '@tabler/icons-react';
import { Notice } from '../../../../ui/notice.tsx';
import { t } from './catalogue.ts';

/** Says that someone else was faster; what was typed stays readable below. */
export function OvertakenNotice({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <Notice tone="attention" urgent icon={<IconUserCheck size={20} stroke={1.8} />} title={sentence}>
      {t('overtaken.text')}
    </Notice>
  );
}
