import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BodyOf } from '../../../../contract/endpoints.ts';
import { request } from '../../../api/client.ts';
import { createKeyring } from '../../../api/idempotency.ts';
import { saveFileWatched } from '../../../api/save-file.ts';
import { announce, announceFailure } from '../../../ui/forms/announce.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { noteExport } from './exports-data.ts';
import { useFollowedExports } from './followed-exports.ts';

type Asked = BodyOf<'POST /api/v1/exports'>;

/** Exports at once or in the background. Leaving ends a download. */
export function useExport(onDone: () => void) {
  const client = useQueryClient();
  const { locale } = useLocale();
  const { follow } = useFollowedExports();
  /** What was received so far; null: nothing is under way. */
  const [bytes, setBytes] = useState<number | null>(null);
  // A second try after an answer that got lost orders nothing more.
  const [keyOf] = useState(() => createKeyring());
  const reading = useRef<AbortController>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  const run = async (work: (signal: AbortSignal) => Promise<void>) => {
    const controller = new AbortController();
    reading.current = controller;
    setBytes(0);
    try {
      await work(controller.signal);
      onDone();
    } catch (error) {
      if (!controller.signal.aborted) announceFailure(t('failed'), error);
    } finally {
      setBytes(null);
    }
  };

  return {
    bytes,
    /** Saves the file as it comes. */
    download: (body: Asked, count: number) =>
      run(async (signal) => {
        await saveFileWatched('POST /api/v1/leads/export', setBytes, { body, signal });
        announce(t('downloaded', { count, shown: formatNumber(count, locale) }));
      }),
    /** Has the file made. */
    order: (body: Asked) =>
      run(async (signal) => {
        const headers = { 'idempotency-key': keyOf(body) };
        const ordered = await request('POST /api/v1/exports', { body, headers, signal });
        noteExport(client, ordered);
        follow(ordered.id);
        announce(t('ordered'));
      }),
    cancel: () => reading.current?.abort(),
  };
}
