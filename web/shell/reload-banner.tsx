import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useReloadOffer } from '../ui/reload-offer.ts';
import { strong } from '../ui/rich-text.tsx';
import { t } from './catalogue.ts';
import classes from './shell.module.css';

/** Offers to load the page again where it does not do so itself, because something would be lost. */
export function ReloadBanner() {
  const isOffered = useReloadOffer();
  return (
    <div role="status" className={classes.connection} data-shown={isOffered || undefined}>
      {isOffered && (
        <>
          <IconRefresh size={17} stroke={1.8} aria-hidden />
          <span>{t.rich('reload.offer', { b: strong })}</span>
          <Button size="compact-xs" variant="default" onClick={() => window.location.reload()}>
            {t('reload.button')}
          </Button>
        </>
      )}
    </div>
  );
}
