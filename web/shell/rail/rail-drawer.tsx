import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ProductMark } from '../../ui/product-mark.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from '../catalogue.ts';
import classes from './rail.module.css';
import { RailLinks } from './rail-links.tsx';

/**
 * The navigation over the page, for narrow screens. The browser's own dialog keeps the focus inside, closes with Esc,
 * and returns the focus to the button that opened it.
 */
export function RailDrawer({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the drawer closes it; keys have Esc and the button
    <dialog
      ref={dialog}
      className={classes.drawer}
      aria-label={t('navigation.button')}
      onClose={(event) => !event.currentTarget.open && onClose()}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <nav className={classes.drawerBox} aria-label={t('navigation.main')}>
        <div className={classes.head}>
          <span className={classes.brand}>
            <ProductMark size={26} />
            <span>{shared('title.product')}</span>
          </span>
          <ActionIcon className={classes.fold} size="lg" aria-label={t('navigation.close')} onClick={close}>
            <IconX size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </div>
        <div className={classes.links}>
          <RailLinks onFollow={close} />
        </div>
      </nav>
    </dialog>
  );
}
