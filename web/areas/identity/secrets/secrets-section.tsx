import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { List, ListRow, Loaded, RowsSkeleton } from '../../../ui/content/index.ts';
import { EmptyState, Panel } from '../../../ui/index.ts';
import { relative } from '../../../ui/rich-moments.tsx';
import { code } from '../../../ui/rich-text.tsx';
import { ConfirmAction } from '../../../ui/sections/confirm-action.tsx';
import { LostSecretDialog, SecretDialog } from '../../../ui/sections/secret.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { CreateSecretDialog, type SecretForm } from './create-secret-dialog.tsx';
import type { IssuedSecrets, MadeSecret, SecretInfo, SecretKind, SecretValues } from './issued-secrets.ts';

interface SecretsSectionProps<Info extends SecretInfo, Values extends SecretValues> {
  secrets: IssuedSecrets<Info, Values>;
  form: SecretForm<Values>;
  icon: ReactNode;
  /** What stands first in a row, before what every secret has. */
  describe?: (info: Info) => ReactNode;
  /** How to use a new secret, below it. */
  explain: (secret: string, info: Info) => ReactNode;
}

/** Secrets of one kind: creates them, shows each once, lists them, and ends them (ID-5). */
export function SecretsSection<Info extends SecretInfo, Values extends SecretValues>({
  secrets,
  form,
  icon,
  describe,
  explain,
}: SecretsSectionProps<Info, Values>) {
  const { kind } = secrets;
  const query = useQuery({
    queryKey: secrets.queryKey,
    queryFn: async ({ signal }) => (await secrets.list(signal)).items,
  });
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<MadeSecret<Info> | null>(null);
  const [ending, setEnding] = useState<Info | null>(null);
  return (
    <Panel
      title={shared(`section.${secrets.section}`)}
      flush
      actions={
        <Button
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {t(`create.submit.${kind}`)}
        </Button>
      }
    >
      <Loaded query={query} loading={<RowsSkeleton rows={2} />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={icon} title={t(`section.none.${kind}`)}>
              {t(`section.noneHint.${kind}`)}
            </EmptyState>
          ) : (
            <List>
              {items.map((info) => (
                <SecretRow key={info.id} kind={kind} info={info} onEnd={() => setEnding(info)}>
                  {describe?.(info)}
                </SecretRow>
              ))}
            </List>
          )
        }
      </Loaded>
      {creating && (
        <CreateSecretDialog
          secrets={secrets}
          form={form}
          onClose={() => setCreating(false)}
          onCreated={(made) => {
            setCreating(false);
            setCreated(made);
          }}
        />
      )}
      {created && (
        <MadeSecretDialog kind={kind} made={created} explain={explain} onClose={() => setCreated(null)} />
      )}
      {ending && (
        <ConfirmAction
          title={t(`end.title.${kind}`, { name: ending.name })}
          confirmLabel={t(`end.submit.${kind}`)}
          act={() => secrets.end(ending.id)}
          done={t(`end.done.${kind}`)}
          failed={t(`end.failed.${kind}`)}
          refresh={[secrets.queryKey]}
          onClose={() => setEnding(null)}
        >
          {t(`end.hint.${kind}`)}
        </ConfirmAction>
      )}
    </Panel>
  );
}

interface SecretRowProps {
  kind: SecretKind;
  info: SecretInfo;
  onEnd: () => void;
  children: ReactNode;
}

function SecretRow({ kind, info, onEnd, children }: SecretRowProps) {
  const when = relative(info.createdAt);
  return (
    <ListRow
      title={info.name}
      details={
        <>
          {children}
          <span>{t.rich('row.endsIn', { end: info.hint, code })}</span>
          <span>
            {info.createdBy
              ? t.rich('row.createdBy', { name: info.createdBy, when })
              : t.rich('row.created', { when })}
          </span>
          <span>
            {info.lastUsedAt === null
              ? t(`row.neverUsed.${kind}`)
              : t.rich(`row.lastUsed.${kind}`, { when: relative(info.lastUsedAt) })}
          </span>
        </>
      }
      actions={
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t(`end.one.${kind}`, { name: info.name })}
          onClick={onEnd}
        >
          {kind === 'token' ? shared('action.delete') : t('end.revoke')}
        </Button>
      }
    />
  );
}

/** How the dialog that shows the secret names it. */
const shownAs = { token: 'token', endpoint: 'address' } as const;

interface MadeSecretDialogProps<Info extends SecretInfo> {
  kind: SecretKind;
  made: MadeSecret<Info>;
  explain: (secret: string, info: Info) => ReactNode;
  onClose: () => void;
}

function MadeSecretDialog<Info extends SecretInfo>({
  kind,
  made: { info, secret },
  explain,
  onClose,
}: MadeSecretDialogProps<Info>) {
  const what = shownAs[kind];
  const { name } = info;
  if (secret === undefined) return <LostSecretDialog what={what} name={name} onClose={onClose} />;
  return (
    <SecretDialog title={t(`create.created.${kind}`, { name })} what={what} value={secret} onClose={onClose}>
      {explain(secret, info)}
    </SecretDialog>
  );
}
