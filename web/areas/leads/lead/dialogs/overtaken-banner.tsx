import { IconUserCheck } from '@tabler/icons-react';
import { Banner } from '../../../../ui/banner.tsx';
import { t } from './catalogue.ts';

/** Says that someone else was faster; what was typed stays readable below. */
export function OvertakenBanner({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <Banner tone="attention" urgent icon={<IconUserCheck size={20} stroke={1.8} />} title={sentence}>
      {t('overtaken.text')}
    </Banner>
  );
}
