import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Holder, Holders } from '../../../../contract/leads/sharing.ts';
import { request } from '../../../api/client.ts';
import { useMe } from '../../../api/queries.ts';
import { List, ListRow, Tag } from '../../../ui/content/index.ts';
import { announce, announceFailure } from '../../../ui/forms/index.ts';
import { Buttons, formatNumber, Panel, useLocale } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { AbsenceDialog, AbsenceSpan, removeAbsence } from '../../working-time/index.ts';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { BulkProgress } from '../bulk/bulk-progress.tsx';
import { BulkReport } from '../bulk/bulk-report.tsx';
import { useBulk } from '../bulk/use-bulk.ts';
import { t } from './catalogue.ts';
import classes from './sharing.module.css';
import { sharingKey } from './sharing-data.ts';

/** Who owns what; who is away; and handing over what somebody has (WT-2). */
export function HoldersPanel({ holders }: { holders: Holders }) {
  const { person } = useMe();
  const { locale } = useLocale();
  const client = useQueryClient();
  const today = useToday();
  const [leaving, setLeaving] = useState<Holder | null>(null);
  const bulk = useBulk(() => void client.invalidateQueries({ queryKey: sharingKey }));
  const handOver = (holder: Holder) => {
    const failed = t('holders.handOverFailed', { name: holder.name });
    beginHandOver(holder, bulk).catch((error: unknown) => announceFailure(failed, error));
  };
  return (
    <Panel title={t('holders.title')} flush>
      {holders.nobodys > 0 && (
        <p className={`ll-note ${classes.intro}`}>
          {t.rich('holders.nobodys', {
            count: holders.nobodys,
            shown: formatNumber(holders.nobodys, locale),
            link: (words) => (
              <Link to="/leads" search={{ assignedTo: ['nobody'], status: ['Received'] }}>
                {words}
              </Link>
            ),
          })}
        </p>
      )}
      <List>
        {holders.items.map((holder) => (
          <ListRow
            key={holder.id}
            wraps
            title={
              <>
                <bdi>{holder.name}</bdi>
                {holder.id === person.id && <Tag tone="active">{shared('you')}</Tag>}
                {!holder.worksLeads && <Tag tone="attention">{t('holders.gone')}</Tag>}
              </>
            }
            details={<Held holder={holder} />}
            actions={
              <HolderButtons
                holder={holder}
                onAway={() => setLeaving(holder)}
                onHandOver={() => handOver(holder)}
              />
            }
          />
        ))}
      </List>
      <BulkProgress bulk={bulk} enabled />
      {leaving && (
        <AbsenceDialog
          person={leaving}
          own={leaving.id === person.id}
          absence={leaving.absence}
          today={today}
          onClose={() => setLeaving(null)}
        />
      )}
      {bulk.asked && <BulkDialog {...bulk.asked} perform={bulk.perform} onClose={() => bulk.ask(null)} />}
      {bulk.reported && (
        <BulkReport bulk={bulk.reported} undo={bulk.undo} onClose={() => bulk.report(null)} />
      )}
    </Panel>
  );
}

/** Asks to whom the leads go, which are counted now. */
async function beginHandOver({ id, name }: Holder, bulk: ReturnType<typeof useBulk>): Promise<void> {
  const { total, countedAt } = await request('GET /api/v1/people/:personId/held-leads', {
    params: { personId: id },
  });
  if (total === 0) return announce(t('holders.nothingToHandOver', { name }));
  const which = { heldBy: id, expectedCount: total, seenAt: countedAt };
  bulk.ask({ action: 'assign', target: { which, count: total, of: total, isQuery: false, leads: [] } });
}

function Held({ holder: { toAnswer, deals, informational, absence } }: { holder: Holder }) {
  const { locale } = useLocale();
  const counted = (count: number) => ({ count, shown: formatNumber(count, locale) });
  return (
    <>
      {absence && (
        <span>
          <AbsenceSpan absence={absence} />
        </span>
      )}
      {toAnswer + deals + informational === 0 && <span>{t('holders.nothing')}</span>}
      {toAnswer > 0 && <span>{t('holders.toAnswer', counted(toAnswer))}</span>}
      {deals > 0 && <span>{t('holders.deals', counted(deals))}</span>}
      {informational > 0 && <span>{t('holders.informational', counted(informational))}</span>}
    </>
  );
}

interface HolderButtonsProps {
  holder: Holder;
  onAway: () => void;
  onHandOver: () => void;
}

function HolderButtons({ holder, onAway, onHandOver }: HolderButtonsProps) {
  const client = useQueryClient();
  const { id, name, absence, worksLeads } = holder;
  const today = useToday();
  const isNow = absence !== null && absence.from <= today;
  return (
    <Buttons place="after">
      {worksLeads && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('holders.awayLabel', { name })}
          onClick={onAway}
        >
          {t('holders.away')}
        </Button>
      )}
      {absence && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t(isNow ? 'holders.backLabel' : 'holders.stayLabel', { name })}
          onClick={() => void removeAbsence(client, id, absence)}
        >
          {isNow ? t('holders.back') : shared('action.remove')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('holders.handOverLabel', { name })}
        onClick={onHandOver}
      >
        {t('holders.handOver')}
      </Button>
    </Buttons>
  );
}
