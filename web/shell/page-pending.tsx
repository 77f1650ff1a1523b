import { Skeleton } from '@mantine/core';
import { t } from './catalogue.ts';
import classes from './shell.module.css';

/** Shown while the code of a page is loading. */
export function PagePending() {
  return (
    <div className={classes.pending} role="status">
      <span className="ll-visually-hidden">{t('loadingPage')}</span>
      <Skeleton height="1.75rem" width="14rem" mb="1.25rem" />
      <Skeleton height="14rem" />
    </div>
  );
}
