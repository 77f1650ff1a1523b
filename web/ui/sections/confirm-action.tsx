import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { announce, announceFailure } from '../forms/index.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface ConfirmActionProps {
  title: string;
  confirmLabel: string;
  /** What happens once it is confirmed. */
  act: () => Promise<unknown>;
  done: string;
  failed: string;
  /** The queries that are read again afterwards, whether it worked or not. */
  refresh: readonly QueryKey[];
  onClose: () => void;
  children: ReactNode;
}

/** Asks before an action that can't be undone, does it, and says how it went. */
export function ConfirmAction({ act, done, failed, refresh, onClose, ...question }: ConfirmActionProps) {
  const client = useQueryClient();
  const action = useMutation({
    mutationFn: act,
    onSuccess: () => announce(done),
    onError: (error) => announceFailure(failed, error),
    onSettled: async () => {
      onClose();
      for (const queryKey of refresh) await client.invalidateQueries({ queryKey });
    },
  });
  return (
    <ConfirmDialog
      {...question}
      pending={action.isPending}
      onConfirm={() => action.mutate()}
      onClose={onClose}
    />
  );
}
