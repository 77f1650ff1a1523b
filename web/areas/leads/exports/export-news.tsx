import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BackgroundExport } from '../../../../contract/leads/exports.ts';
import { announceProblem } from '../../../ui/forms/announce.ts';
import { announceWithButtons } from '../../../ui/forms/undo.tsx';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { downloadExport, exportsQuery, isUnderWay } from './exports-data.ts';
import { useFollowedExports } from './followed-exports.ts';

/** Tells on any page when an export that was ordered here has ended. */
export function ExportNews() {
  const { ids, forget } = useFollowedExports();
  const { data } = useQuery(exportsQuery);
  const { locale } = useLocale();
  useEffect(() => {
    if (!data) return;
    for (const id of ids) {
      const one = data.find((other) => other.id === id);
      if (one && isUnderWay(one)) continue;
      forget(id);
      if (one) tell(one, locale);
    }
  }, [data, ids, forget, locale]);
  return null;
}

function tell({ id, state, rows }: BackgroundExport, locale: string): void {
  if (state === 'failed')
    announceProblem(t('failed'), t('news.failed', { section: shared('section.exports') }));
  if (state !== 'done' || rows === null) return;
  announceWithButtons(t('news.ready', { count: rows, shown: formatNumber(rows, locale) }), [
    { label: t('news.download'), act: () => void download(id) },
  ]);
}

async function download(id: string): Promise<void> {
  if (!(await downloadExport(id))) announceProblem(t('failed'), t('unreachable'));
}
