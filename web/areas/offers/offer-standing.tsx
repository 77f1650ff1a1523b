import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Offer } from '../../../contract/offers/offers.ts';
import { words } from '../../../contract/words.ts';
import { storefrontsQuery, useMe } from '../../api/queries.ts';
import { announce, announceFailure } from '../../ui/forms/index.ts';
import { AbsoluteTime, Buttons, CopyButton, FieldList, Panel, useLocale } from '../../ui/index.ts';
import { ConfirmDialog } from '../../ui/sections/confirm-dialog.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './offers.module.css';
import { offerActions, offerKeys } from './offers-data.ts';
import { OfferStateBadge } from './offers-page.tsx';

interface OfferStandingProps {
  offer: Offer;
  revision: string;
  onChanged: (offer: Offer) => Promise<void>;
}

/** Where the offer stands: its state, its pages, and what keeps it from being published. */
export function OfferStanding({ offer, revision, onChanged }: OfferStandingProps) {
  const [asking, setAsking] = useState<'stop' | 'discard' | 'delete'>();
  const isOperator = useMe().permissions.managePartnerOffers;
  const { state, publishedAt, hasUnpublishedChanges } = offer;
  return (
    <Panel
      title={t('standing.title')}
      actions={
        <Buttons>
          {hasUnpublishedChanges && (
            <Button variant="default" onClick={() => setAsking('discard')}>
              {t('editor.discard')}
            </Button>
          )}
          {state === 'Live' && (
            <Button variant="default" onClick={() => setAsking('stop')}>
              {t('editor.stop')}
            </Button>
          )}
          {offer.deletable && (
            <Button variant="default" onClick={() => setAsking('delete')}>
              {t('editor.delete')}
            </Button>
          )}
        </Buttons>
      }
    >
      <FieldList
        fields={[
          { label: t('list.state'), value: <OfferStateBadge state={state} /> },
          { label: words.field.partner, value: isOperator ? offer.organization.name : undefined },
          { label: shared('offerId'), value: <code>{offer.id}</code> },
          { label: t('standing.pages'), value: offer.pages.length > 0 ? <Pages offer={offer} /> : undefined },
          {
            label: t('standing.previewLink'),
            value: offer.previewAddress ? <PreviewLink address={offer.previewAddress} /> : undefined,
          },
          {
            label: t('list.unpublished'),
            value:
              hasUnpublishedChanges && publishedAt
                ? t.rich('standing.unpublished', { when: () => <AbsoluteTime at={publishedAt} /> })
                : undefined,
          },
        ]}
      />
      <Problems offer={offer} />
      {(asking === 'stop' || asking === 'discard') && (
        <Question
          about={asking}
          offer={offer}
          revision={revision}
          onChanged={onChanged}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'delete' && (
        <DeleteDialog offer={offer} revision={revision} onClose={() => setAsking(undefined)} />
      )}
    </Panel>
  );
}

function Pages({ offer: { pages } }: { offer: Offer }) {
  const storefronts = useQuery(storefrontsQuery).data ?? [];
  return (
    <ul className="ll-list">
      {pages.map(({ storefront, address }) => (
        <li key={storefront}>
          <a href={address} target="_blank" rel="noopener">
            {t('standing.openPage', {
              storefront: storefronts.find(({ code }) => code === storefront)?.name ?? storefront,
            })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function PreviewLink({ address }: { address: string }) {
  return (
    <div>
      <div className={classes.address}>
        <a href={address} target="_blank" rel="noopener noreferrer">
          {t('standing.openPreview')}
        </a>
        <CopyButton value={address} label={t('standing.copyPreview')} />
      </div>
      <p className="ll-note">{t('standing.previewHint')}</p>
    </div>
  );
}

/** What is missing in what was saved; the editor shows each at its field, too, when somebody publishes. */
function Problems({ offer: { problems, state, hasUnpublishedChanges } }: { offer: Offer }) {
  const { locale } = useLocale();
  const canPublish = state !== 'Live' || hasUnpublishedChanges;
  if (problems.length === 0 || !canPublish) return null;
  const shown = problems.length.toLocaleString(locale);
  return (
    <div className="ll-note">
      {t('standing.problems', { count: problems.length, shown })}
      <ul className={classes.problems}>
        {problems.map(({ path, message }) => (
          <li key={path}>
            {nameOfField(path)} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

const named = ['searchSummary', 'description', 'storefronts', 'keywords', 'shortDescription'] as const;

/** The label of the field that a problem is about. */
function nameOfField(path: string): string {
  const [, field = '', number = ''] = /^body\.listing\.(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
  const known = named.find((one) => one === field);
  if (known) return t(`field.${known}`);
  if (field === 'name') return words.field.name;
  if (field === 'links') {
    const place = { number: `${Number(number) + 1}` };
    return path.endsWith('.url') ? t('field.linkUrl', place) : t('field.linkTitle', place);
  }
  return field === 'callToAction' ? t('section.action') : field;
}

/** What is asked before: an action that changes the offer, and its words. */
const questions = {
  stop: {
    act: offerActions.stop,
    label: 'editor.stop',
    title: 'stopping.title',
    text: 'stopping.text',
    done: 'stopping.done',
    failed: 'stopping.failed',
  },
  discard: {
    act: offerActions.discard,
    label: 'editor.discard',
    title: 'discarding.title',
    text: 'discarding.text',
    done: 'discarding.done',
    failed: 'discarding.failed',
  },
} as const;

interface QuestionProps extends OfferStandingProps {
  about: keyof typeof questions;
  onClose: () => void;
}

function Question({ about, offer, revision, onChanged, onClose }: QuestionProps) {
  const { act, label, title, text, done, failed } = questions[about];
  const action = useMutation({
    mutationFn: () => act(offer, revision),
    onSuccess: async (changed) => {
      onClose();
      await onChanged(changed);
      announce(t(done));
    },
    onError: (error) => announceFailure(t(failed), error),
  });
  return (
    <ConfirmDialog
      title={t(title)}
      confirmLabel={t(label)}
      pending={action.isPending}
      onConfirm={() => action.mutate()}
      onClose={onClose}
    >
      {t(text)}
    </ConfirmDialog>
  );
}

function DeleteDialog({
  offer,
  revision,
  onClose,
}: Pick<OfferStandingProps, 'offer' | 'revision'> & { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const deleting = useMutation({
    mutationFn: () => offerActions.remove(offer, revision),
    onSuccess: async () => {
      onClose();
      await navigate({ to: '/presence/offers' });
      client.removeQueries({ queryKey: offerKeys.one(offer.id) });
      await client.invalidateQueries({ queryKey: offerKeys.all });
      announce(t('deleting.done'));
    },
    onError: (error) => announceFailure(t('deleting.failed'), error),
  });
  return (
    <ConfirmDialog
      title={t('deleting.title')}
      confirmLabel={shared('action.delete')}
      pending={deleting.isPending}
      onConfirm={() => deleting.mutate()}
      onClose={onClose}
    >
      {t('deleting.text')}
    </ConfirmDialog>
  );
}
