import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '../../../contract/endpoints.ts';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { request } from '../../api/client.ts';
import { announceFailure } from '../../ui/forms/announce.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { noteImport } from './imports-data.ts';

export type ImportChange = BodyOf<'PATCH /api/v1/imports/:id'>;
export type ImportDeed = 'run' | 'pause' | 'cancel' | 'undo';

/** What a person can do with an import; failures are announced. */
export function useImportSteps({ id }: Pick<LeadImport, 'id'>) {
  const client = useQueryClient();
  const options = {
    onSuccess: (one: LeadImport) => noteImport(client, one),
    onError: (error: unknown) => announceFailure(shared('changeFailed'), error),
  };
  const change = useMutation({
    mutationFn: (body: ImportChange) => request('PATCH /api/v1/imports/:id', { params: { id }, body }),
    ...options,
  });
  const act = useMutation({ mutationFn: (deed: ImportDeed) => perform(id, deed), ...options });
  return { change, act };
}

function perform(id: string, deed: ImportDeed): Promise<LeadImport> {
  const params = { id };
  switch (deed) {
    case 'run':
      return request('POST /api/v1/imports/:id/run', { params });
    case 'pause':
      return request('POST /api/v1/imports/:id/pause', { params });
    case 'cancel':
      return request('POST /api/v1/imports/:id/cancel', { params });
    case 'undo':
      return request('POST /api/v1/imports/:id/undo', { params });
  }
}
