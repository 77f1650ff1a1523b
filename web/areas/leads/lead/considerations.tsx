import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { personalKey, recall, remember } from '../../../api/remembered.ts';
import classes from '../../../ui/banner.module.css';
import { Banner } from '../../../ui/banner.tsx';
import { t } from './catalogue.ts';

/** What to keep in mind with leads about people you have not met; shown until the person has read it once. */
export function Considerations() {
  const key = personalKey(useMe(), 'considerations');
  const [isRead, setRead] = useState(() => recall(key) === true);
  if (isRead) return null;
  return (
    <Banner tone="quiet" icon={<IconShieldCheck size={20} stroke={1.8} />} title={t('considerations.title')}>
      <div className={classes.action}>
        <span>{t('considerations.text')}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            remember(key, true);
            setRead(true);
          }}
        >
          {t('considerations.read')}
        </Button>
      </div>
    </Banner>
  );
}
