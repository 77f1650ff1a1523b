import { Button } from '@mantine/core';
import { IconCloudOff, IconWifiOff } from '@tabler/icons-react';
import { useState } from 'react';
import { connection, useConnection } from '../api/connection.ts';
import { strong } from '../ui/rich-text.tsx';
import { t } from './catalogue.ts';
import classes from './shell.module.css';

/** Says that the server can't be reached, as long as that lasts; the page stays as it is. */
export function ConnectionBanner() {
  const state = useConnection();
  const [trying, setTrying] = useState(false);
  const Icon = state === 'offline' ? IconWifiOff : IconCloudOff;
  async function tryNow() {
    setTrying(true);
    await connection.tryNow();
    setTrying(false);
  }
  return (
    <div role="status" className={classes.connection} data-shown={state !== 'up' || undefined}>
      {state !== 'up' && (
        <>
          <Icon size={17} stroke={1.8} aria-hidden />
          <span>{t.rich(`connection.${state}`, { b: strong })}</span>
          <Button size="compact-xs" variant="default" loading={trying} onClick={() => void tryNow()}>
            {t('connection.tryNow')}
          </Button>
        </>
      )}
    </div>
  );
}
