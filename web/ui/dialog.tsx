import { Modal, type ModalRootProps } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
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

/** What opened the dialog that closed last: a dialog that follows another returns the focus there too. */
let lastOpener: Element | null = null;

function findOpener(): Element | null {
  const active = document.activeElement;
  const isOfDialog =
    active === null || active === document.body || active.closest('[role="dialog"]') !== null;
  return isOfDialog ? lastOpener : active;
}

/** For a dialog: once it is gone, the focus goes back to where it was when it opened. */
export function useReturnFocus(): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current ??= findOpener();
    const { current } = before;
    return () => {
      lastOpener = current;
      // Once the dialog is out of the document: until then it would take the focus back.
      queueMicrotask(() => returnFocusTo(current));
    };
  }, []);
}

/** Focuses an element, or the title of the page if the element is gone or there was none. */
export function returnFocusTo(element: Element | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  if (element instanceof HTMLElement && element !== document.body && element.isConnected) {
    element.focus({ preventScroll: true });
    if (document.activeElement === element) return;
  }
  focusPageTitle();
}

/** Focuses the title of the page, as after navigation. */
export function focusPageTitle(): void {
  const main = document.getElementById('main');
  (main?.querySelector<HTMLElement>('[data-page-title]') ?? main)?.focus({ preventScroll: true });
}
