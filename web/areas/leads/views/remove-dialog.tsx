import { useState } from 'react';
import type { SavedView } from '../../../../contract/leads/views.ts';
import { ConfirmDialog } from '../../../ui/sections/confirm-dialog.tsx';
import { t } from './catalogue.ts';

interface Props {
  view: SavedView;
  onRemove: () => Promise<void>;
  onClose: () => void;
}

/** Asks before a view is deleted, for everyone if it is shared. */
export function RemoveDialog({ view, onRemove, onClose }: Props) {
  const [pending, setPending] = useState(false);
  return (
    <ConfirmDialog
      title={t('removal.title', { name: view.name })}
      confirmLabel={t('removal.confirm')}
      pending={pending}
      onConfirm={() => {
        setPending(true);
        void onRemove().finally(onClose);
      }}
      onClose={onClose}
    >
      {view.shared ? t('removal.shared') : t('removal.own')}
    </ConfirmDialog>
  );
}
