import { Button, Progress } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { explainError, sendFile } from '../../api/client.ts';
import { Remark } from '../../ui/content/index.ts';
import { useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './imports.module.css';
import { noteImport } from './imports-data.ts';

const accepted =
  '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes a file that is dropped or chosen, and opens its import. */
export function FileDrop() {
  const { upload, send, stop } = useUpload();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={t('drop.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileImport size={34} stroke={1.5} aria-hidden className={classes.dropIcon} />
      {upload.state === 'sending' ? (
        <Sending name={upload.name} share={upload.share} onStop={stop} />
      ) : (
        <>
          <p className={classes.dropTitle}>{t('drop.title')}</p>
          <Button onClick={() => input.current?.click()}>{t('drop.choose')}</Button>
          <input
            ref={input}
            type="file"
            hidden
            accept={accepted}
            aria-label={t('drop.choose')}
            onChange={(event) => {
              void send([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </>
      )}
      {upload.state === 'failed' && (
        <Remark tone="attention" role="alert">
          <strong>{t('drop.failed')}.</strong> {upload.message}
        </Remark>
      )}
      <p className="ll-muted ll-small">{t('drop.limits')}</p>
    </section>
  );
}

function Sending({ name, share, onStop }: { name: string; share: number; onStop: () => void }) {
  const { locale } = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  return (
    <>
      <p className={classes.dropTitle} role="status">
        {share < 1 ? t('drop.sending', { name, percent }) : t('drop.reading')}
      </p>
      <Progress className={classes.meter} value={share * 100} animated={share === 1} aria-label={name} />
      <Button variant="default" onClick={onStop}>
        {shared('action.cancel')}
      </Button>
    </>
  );
}

type UploadState =
  | { readonly state: 'waiting' }
  | { readonly state: 'sending'; readonly name: string; readonly share: number }
  | { readonly state: 'failed'; readonly message: string };

function useUpload() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [upload, setUpload] = useState<UploadState>({ state: 'waiting' });
  const stopper = useRef<AbortController>(null);
  const send = async (files: readonly File[]) => {
    const [file] = files;
    if (!file || upload.state === 'sending') return;
    if (files.length > 1) return setUpload({ state: 'failed', message: t('drop.single') });
    const { name } = file;
    setUpload({ state: 'sending', name, share: 0 });
    stopper.current = new AbortController();
    try {
      const one = await sendFile('POST /api/v1/imports', {
        file,
        query: { name: name.slice(0, 200) },
        onProgress: (share) => setUpload({ state: 'sending', name, share }),
        signal: stopper.current.signal,
      });
      noteImport(client, one);
      void navigate({ to: '/imports/$importId', params: { importId: one.id } });
    } catch (error) {
      const stopped = stopper.current.signal.aborted;
      setUpload(stopped ? { state: 'waiting' } : { state: 'failed', message: explainError(error) });
    }
  };
  return { upload, send, stop: () => stopper.current?.abort() };
}
