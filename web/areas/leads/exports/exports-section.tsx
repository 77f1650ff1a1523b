import { Button, Progress } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BackgroundExport } from '../../../../contract/leads/exports.ts';
import { mostDirectRows } from '../../../../contract/leads/lists.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { List, ListRow, Loaded, RowsSkeleton } from '../../../ui/content/index.ts';
import { announceFailure, announceProblem } from '../../../ui/forms/announce.ts';
import { Buttons, EmptyState, formatNumber, Panel, useLocale } from '../../../ui/index.ts';
import { absolute, relative } from '../../../ui/rich-moments.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './exports.module.css';
import { downloadExport, exportsQuery, isUnderWay, noteExport } from './exports-data.ts';
import { useFollowedExports } from './followed-exports.ts';
import { wordBytes } from './word-bytes.ts';

/** The files that are made in the background, with their progress (EX-1). */
export function ExportsSection() {
  const query = useQuery({ ...exportsQuery, refetchOnMount: 'always' });
  return (
    <Panel title={shared('section.exports')} flush>
      <div className={classes.note}>
        <p className="ll-note">{t('list.explanation')}</p>
      </div>
      <Loaded query={query} loading={<RowsSkeleton rows={2} />}>
        {(items) =>
          items.length === 0 ? (
            <NoExports />
          ) : (
            <List>
              {items.map((one) => (
                <ExportRow key={one.id} one={one} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Panel>
  );
}

function ExportRow({ one }: { one: BackgroundExport }) {
  const { locale } = useLocale();
  const name = one.fileName ?? t(`list.name.${one.format}`);
  const share = one.rows ? one.rowsDone / one.rows : 0;
  return (
    <ListRow
      title={name}
      wraps
      details={
        <>
          <span className="ll-numbers">{wordState(one, locale)}</span>
          {isUnderWay(one) && one.restarts > 0 && <span>{t('list.restarted')}</span>}
          {one.bytes !== null && <span className="ll-numbers">{wordBytes(one.bytes, locale)}</span>}
          <span>{t.rich('list.ordered', { when: relative(one.createdAt) })}</span>
          {one.state === 'done' && (
            <span>{t.rich('list.until', { when: absolute(one.expiresAt, 'day') })}</span>
          )}
        </>
      }
      actions={<ExportActions one={one} name={name} />}
    >
      {one.state === 'running' && (
        <Progress
          className={classes.meter}
          value={Math.round(share * 100)}
          aria-label={t('list.progress', { name })}
        />
      )}
    </ListRow>
  );
}

function ExportActions({ one, name }: { one: BackgroundExport; name: string }) {
  const { cancel, remove } = useExportChanges(one);
  if (isUnderWay(one)) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        loading={cancel.isPending}
        aria-label={t('list.cancelNamed', { name })}
        onClick={() => cancel.mutate()}
      >
        {shared('action.cancel')}
      </Button>
    );
  }
  return (
    <Buttons>
      {one.state === 'done' && (
        <Button
          size="compact-sm"
          aria-label={t('list.downloadNamed', { name })}
          onClick={() => void download(one.id)}
        >
          {t('list.download')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        loading={remove.isPending}
        aria-label={shared('action.deleteNamed', { name })}
        onClick={() => remove.mutate()}
      >
        {shared('action.delete')}
      </Button>
    </Buttons>
  );
}

function useExportChanges({ id }: BackgroundExport) {
  const client = useQueryClient();
  const { forget } = useFollowedExports();
  const params = { id };
  const outdate = () => client.invalidateQueries({ queryKey: queryKeys.exports });
  const cancel = useMutation({
    mutationFn: () => request('POST /api/v1/exports/:id/cancel', { params }),
    onMutate: () => forget(id),
    onSuccess: (now) => noteExport(client, now),
    onError: (error) => announceFailure(t('list.notCancelled'), error),
    onSettled: outdate,
  });
  const remove = useMutation({
    mutationFn: () => request('DELETE /api/v1/exports/:id', { params }),
    onMutate: () => forget(id),
    onError: (error) => announceFailure(t('list.notRemoved'), error),
    onSettled: outdate,
  });
  return { cancel, remove };
}

async function download(id: string): Promise<void> {
  if (!(await downloadExport(id))) announceProblem(t('failed'), t('unreachable'));
}

function wordState({ state, failure, rows, rowsDone }: BackgroundExport, locale: string): string {
  const shown = (count: number) => formatNumber(count, locale);
  if (state === 'waiting') return t('list.waiting');
  if (state === 'cancelled') return t('list.cancelled');
  if (state === 'failed') return t(`list.failedBecause.${failure ?? 'broken'}`);
  if (rows === null) return t('list.counting');
  if (state === 'running') return t('list.running', { done: shown(rowsDone), total: shown(rows) });
  return t('list.rows', { count: rows, shown: shown(rows) });
}

function NoExports() {
  const navigate = useNavigate();
  const { locale } = useLocale();
  return (
    <EmptyState
      icon={<IconFileExport size={26} stroke={1.7} />}
      title={t('list.empty.title')}
      actions={
        <Button variant="default" onClick={() => void navigate({ to: '/leads' })}>
          {t('list.empty.open')}
        </Button>
      }
    >
      {t('list.empty.text', { most: formatNumber(mostDirectRows, locale) })}
    </EmptyState>
  );
}
