import { Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnFocus } from './return-focus.ts';
import { shared } from './words/catalogue.ts';

interface DialogProps extends Omit<ModalRootProps, 'opened' | 'title' | 'onClose' | 'returnFocus'> {
  title: ReactNode;
  onClose: () => void;
  withCloseButton?: boolean;
  /** Hides the page behind it completely. */
  opaque?: boolean;
  classNames?: Partial<Record<'body' | 'title' | 'content' | 'header', string | undefined>>;
  children: ReactNode;
}

/**
 * A dialog that is open as long as it is rendered. When it closes, the focus returns to where it was, or to the title
 * of the page if that element is gone.
 */
export function Dialog({
  title,
  withCloseButton = true,
  opaque = false,
  classNames,
  children,
  ...root
}: DialogProps) {
  useReturnFocus();
  return (
    <Modal.Root opened transitionProps={{ duration: 120 }} returnFocus={false} {...root}>
      <Modal.Overlay style={opaque ? { background: 'var(--ll-canvas)' } : undefined} />
      <Modal.Content className={classNames?.content}>
        {/* A header inside of a dialog would count as a second banner of the page. */}
        <Modal.Header role="presentation" className={classNames?.header}>
          <Modal.Title className={classNames?.title}>{title}</Modal.Title>
          {withCloseButton && <Modal.CloseButton aria-label={shared('action.close')} />}
        </Modal.Header>
        <Modal.Body className={classNames?.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
