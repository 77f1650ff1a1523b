import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTags } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Offer } from '../../../contract/offers/offers.ts';
import type { Vocabularies } from '../../../contract/vocabularies/vocabularies.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { useMe } from '../../api/queries.ts';
import { Loading, StackedForm } from '../../ui/content/index.ts';
import {
  announce,
  DraftBanner,
  Failures,
  LeaveDialog,
  useDraft,
  useSubmission,
} from '../../ui/forms/index.ts';
import { Buttons, EmptyState, Page } from '../../ui/index.ts';
import { SettingsConflict, useRevision } from '../../ui/sections/settings-conflict.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { vocabulariesQuery } from '../vocabularies/index.ts';
import { t } from './catalogue.ts';
import { fieldOfOffer, fillOffer, keepTyped, type OfferForm, readOffer } from './offer-form.ts';
import { OfferPanels } from './offer-panels.tsx';
import { OfferStanding } from './offer-standing.tsx';
import { offerActions, offerKeys, offerQuery } from './offers-data.ts';
import { MayNotManage } from './offers-page.tsx';

/** Where one offer is written, previewed, published and stopped (OF-1 to OF-4). */
export function OfferPage() {
  const { permissions } = useMe();
  const { offerId } = useParams({ from: '/presence/offers/$offerId' });
  if (!permissions.manageOffers && !permissions.managePartnerOffers) return <MayNotManage />;
  return <OneOffer key={offerId} offerId={offerId} />;
}

function OneOffer({ offerId }: { offerId: string }) {
  const query = useQuery(offerQuery(offerId));
  const vocabularies = useQuery(vocabulariesQuery);
  const up = <Link to="/presence/offers">{shared('title.offers')}</Link>;
  const title = query.data?.name ?? query.data?.alias ?? query.data?.id ?? shared('title.offers');
  return (
    <Page title={title} heading={<bdi>{title}</bdi>} up={up} width="narrow">
      {query.data && vocabularies.data ? (
        <Editor offer={query.data} vocabularies={vocabularies.data} />
      ) : (
        <Loading
          query={query.data ? vocabularies : query}
          missing={
            <EmptyState icon={<IconTags size={26} stroke={1.7} />} title={t('editor.missing')}>
              {t('editor.missingText')}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}

/** Saves what is typed, and does what follows from there; each step is based on the one before. */
function useEditor(offer: Offer, vocabularies: Vocabularies) {
  const client = useQueryClient();
  const base = useRevision(offer);
  const form = useForm<OfferForm>({ initialValues: fillOffer(offer) });
  const draft = useDraft(form, { form: 'offer', subject: offer.id });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf: fieldOfOffer });
  const verticals = vocabularies.items.find(({ name }) => name === 'storeVerticals')?.values ?? [];

  async function show(changed: Offer): Promise<void> {
    await adoptAnswer(client, offerKeys.one(offer.id), changed);
    void client.invalidateQueries({ queryKey: [...offerKeys.all, 'list'] });
  }

  async function save(): Promise<Offer> {
    const sent = form.getValues();
    const changed = await base.change((revision) =>
      offerActions.change(offer, readOffer(sent, verticals), revision),
    );
    const typed = keepTyped(form.getValues(), sent, fillOffer(changed));
    form.setInitialValues(fillOffer(changed));
    form.setValues(typed);
    form.clearErrors();
    draft.renew();
    await show(changed);
    return changed;
  }

  /** Saves first, if anything was typed. */
  const run = (act: (revision: string) => Promise<Offer>, done: string) =>
    submission.run(async () => {
      form.clearErrors();
      const { revision } = form.isDirty() ? await save() : base.settings;
      const changed = await act(revision);
      base.accept(changed);
      await show(changed);
      announce(done);
    });

  function take(current: Offer): void {
    form.setInitialValues(fillOffer(current));
    form.reset();
    draft.renew();
    void show(current);
  }

  return {
    ...{ base, form, draft, submission, take },
    save: () => submission.run(async () => void (await save().then(() => announce(t('editor.saved'))))),
    preview: () => run((revision) => offerActions.preview(offer, revision), t('editor.previewed')),
    publish: () => run((revision) => offerActions.publish(offer, revision), t('editor.published')),
    /** After an action that asked first: what was typed and not saved stays. */
    adopt: async (changed: Offer) => {
      const before = fillOffer(base.settings);
      base.accept(changed);
      const typed = keepTyped(form.getValues(), before, fillOffer(changed));
      form.setInitialValues(fillOffer(changed));
      form.setValues(typed);
      await show(changed);
    },
  };
}

function Editor({ offer, vocabularies }: { offer: Offer; vocabularies: Vocabularies }) {
  const { base, form, draft, submission, take, save, preview, publish, adopt } = useEditor(
    offer,
    vocabularies,
  );
  const isDirty = form.isDirty();
  const canPublish = offer.state !== 'Live' || offer.hasUnpublishedChanges || isDirty;
  return (
    <StackedForm
      ref={submission.formRef}
      wide
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <LeaveDialog dirty={isDirty} submission={submission} draft={draft} />
      <OfferStanding offer={offer} revision={base.settings.revision} onChanged={adopt} />
      <DraftBanner draft={draft} />
      <OfferPanels form={form} offer={offer} vocabularies={vocabularies} />
      <Failures sentences={submission.failures} />
      <SettingsConflict base={base} onTake={take} />
      <Buttons>
        <Button type="submit" loading={submission.sending} disabled={!isDirty}>
          {shared('action.save')}
        </Button>
        {offer.previewAddress === null && (
          <Button variant="default" disabled={submission.sending} onClick={() => void preview()}>
            {t('editor.preview')}
          </Button>
        )}
        {canPublish && (
          <Button variant="default" disabled={submission.sending} onClick={() => void publish()}>
            {wordPublish(offer)}
          </Button>
        )}
      </Buttons>
    </StackedForm>
  );
}

function wordPublish({ state }: Offer) {
  if (state === 'Live') return t('editor.publishChanges');
  return state === 'Stopped' ? t('editor.publishAgain') : shared('action.publish');
}
