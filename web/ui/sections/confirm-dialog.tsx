import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../dialog.tsx';
import { Buttons } from '../index.ts';
import { shared } from '../words/catalogue.ts';

interface ConfirmDialogProps {
  title: string;
  confirmLabel: string;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before an action that can't be undone. */
export function ConfirmDialog({
  title,
  confirmLabel,
  pending,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog onClose={onClose} title={title}>
      <p style={{ marginTop: 0 }}>{children}</p>
      <Buttons place="end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {shared('action.cancel')}
        </Button>
        <Button color="red" loading={pending} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Buttons>
    </Dialog>
  );
}
