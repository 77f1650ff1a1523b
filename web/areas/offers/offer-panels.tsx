import { Button, Checkbox, MultiSelect, Radio, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { callsToAction } from '../../../contract/leads/lists.ts';
import { offerLimits } from '../../../contract/offers/lists.ts';
import type { Offer } from '../../../contract/offers/offers.ts';
import type { VocabularyName } from '../../../contract/vocabularies/lists.ts';
import type { Vocabularies, VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';
import { words } from '../../../contract/words.ts';
import { storefrontsQuery } from '../../api/queries.ts';
import { Stack } from '../../ui/content/index.ts';
import { Buttons, formatNumber, Panel, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import type { OfferForm } from './offer-form.ts';
import classes from './offers.module.css';

interface PanelsProps {
  form: UseFormReturnType<OfferForm>;
  offer: Offer;
  vocabularies: Vocabularies;
}

/** The fields of an offer, in their sections. Limits are the server's to judge: what is pasted is never cut. */
export function OfferPanels(props: PanelsProps) {
  return (
    <>
      <ListingPanel {...props} />
      <FindingPanel {...props} />
      <LinksPanel {...props} />
      <ActionPanel {...props} />
      <LeadsPanel {...props} />
    </>
  );
}

/** How many characters or entries there may be, in the reader’s digits. */
function useMost() {
  const { locale } = useLocale();
  return (limit: number) => ({ most: formatNumber(limit, locale) });
}

function ListingPanel({ form }: PanelsProps) {
  const most = useMost();
  const text = (field: 'alias' | 'name' | 'searchSummary' | 'shortDescription' | 'description') => ({
    autoComplete: 'off',
    label: field === 'name' ? words.field.name : t(`field.${field}`),
    ...form.getInputProps(field),
  });
  return (
    <Panel title={t('section.listing')}>
      <Stack>
        <TextInput description={t('field.aliasHint')} {...text('alias')} />
        <TextInput {...text('name')} />
        <TextInput
          description={t('field.searchSummaryHint', most(offerLimits.searchSummary))}
          {...text('searchSummary')}
        />
        <Textarea
          description={t('field.shortDescriptionHint', most(offerLimits.shortDescription))}
          autosize
          minRows={2}
          maxRows={6}
          {...text('shortDescription')}
        />
        <Textarea
          description={t('field.descriptionHint', most(offerLimits.description))}
          autosize
          minRows={6}
          maxRows={24}
          {...text('description')}
        />
      </Stack>
    </Panel>
  );
}

/** Values to choose from: those in use, and a retired one where it is chosen. */
function choices(vocabularies: Vocabularies, name: VocabularyName, chosen: readonly string[]) {
  const values = vocabularies.items.find((one) => one.name === name)?.values ?? [];
  return values.filter(({ code, state }) => state === 'offered' || chosen.includes(code));
}
const toOption = ({ code, label }: VocabularyValue) => ({ value: code, label });

function FindingPanel({ form, vocabularies }: PanelsProps) {
  const most = useMost();
  const { industries, verticals, categories } = form.values;
  const ofChosen = choices(vocabularies, 'storeVerticals', verticals).filter(
    ({ parent }) => parent !== null && industries.includes(parent),
  );
  return (
    <Panel title={t('section.finding')}>
      <div className={classes.fields}>
        <TextInput
          className={classes.whole}
          label={t('field.keywords')}
          description={t('field.keywordsHint', most(offerLimits.keywords))}
          autoComplete="off"
          {...form.getInputProps('keywords')}
        />
        {categories.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are always as many, and they never move.
          <CategoryFields key={index} form={form} index={index} />
        ))}
        <MultiSelect
          label={t('field.industries')}
          description={t('field.atMost', most(offerLimits.industries))}
          searchable
          maxValues={offerLimits.industries}
          data={choices(vocabularies, 'storeIndustries', industries).map(toOption)}
          nothingFoundMessage={t('field.noMatch')}
          {...form.getInputProps('industries')}
        />
        {ofChosen.length > 0 && (
          <MultiSelect
            label={t('field.verticals')}
            searchable
            data={ofChosen.map(toOption)}
            nothingFoundMessage={t('field.noMatch')}
            {...form.getInputProps('verticals')}
          />
        )}
      </div>
    </Panel>
  );
}

function CategoryFields({ form, index }: { form: PanelsProps['form']; index: number }) {
  const most = useMost();
  const place = { number: `${index + 1}` };
  return (
    <>
      <TextInput
        label={t('field.category', place)}
        autoComplete="off"
        {...form.getInputProps(`categories.${index}.name`)}
      />
      <TextInput
        label={t('field.subcategories', place)}
        description={t('field.subcategoriesHint', most(offerLimits.subcategories))}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        {...form.getInputProps(`categories.${index}.subcategories`)}
      />
    </>
  );
}

function LinksPanel({ form }: PanelsProps) {
  const link = (field: 'privacyLink' | 'supportLink') => ({
    label: t(`field.${field}`),
    placeholder: t('field.address'),
    inputMode: 'url' as const,
    autoComplete: 'off',
    ...form.getInputProps(field),
  });
  return (
    <Panel title={t('section.links')}>
      <Stack>
        {form.values.links.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the values of each row come from the form, by its place.
          <LinkFields key={index} form={form} index={index} />
        ))}
        {form.values.links.length < offerLimits.links && (
          <Buttons>
            <Button
              variant="default"
              leftSection={<IconPlus size={17} aria-hidden />}
              onClick={() => form.insertListItem('links', { title: '', url: '' })}
            >
              {t('field.addLink')}
            </Button>
          </Buttons>
        )}
        <TextInput {...link('privacyLink')} />
        <TextInput {...link('supportLink')} />
        <TextInput
          label={t('field.supportContact')}
          description={t('field.supportContactHint')}
          autoComplete="off"
          {...form.getInputProps('supportContact')}
        />
      </Stack>
    </Panel>
  );
}

function LinkFields({ form, index }: { form: PanelsProps['form']; index: number }) {
  const place = { number: `${index + 1}` };
  return (
    <div className={classes.link}>
      <TextInput
        label={t('field.linkTitle', place)}
        autoComplete="off"
        {...form.getInputProps(`links.${index}.title`)}
      />
      <TextInput
        label={t('field.linkUrl', place)}
        placeholder={t('field.address')}
        inputMode="url"
        autoComplete="off"
        {...form.getInputProps(`links.${index}.url`)}
      />
      <Button
        variant="default"
        aria-label={t('field.removeLink', place)}
        onClick={() => form.removeListItem('links', index)}
      >
        {shared('action.remove')}
      </Button>
    </div>
  );
}

function ActionPanel({ form, vocabularies }: PanelsProps) {
  const storefronts = useQuery(storefrontsQuery).data ?? [];
  const { serviceType } = form.values;
  return (
    <Panel title={t('section.action')}>
      <Stack>
        <Select
          label={t('field.serviceType')}
          description={t('field.serviceHint')}
          placeholder={t('field.noService')}
          clearable
          clearButtonProps={{ 'aria-label': t('field.noService') }}
          data={choices(vocabularies, 'consultingServiceTypes', [serviceType]).map(toOption)}
          {...form.getInputProps('serviceType')}
          value={serviceType || null}
          onChange={(value) => form.setFieldValue('serviceType', value ?? '')}
        />
        <Radio.Group label={words.field.callToAction} {...form.getInputProps('callToAction')}>
          <Stack>
            {callsToAction.map((action) => (
              <Radio key={action} value={action} label={words.callToAction[action]} />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox.Group label={t('field.storefronts')} {...form.getInputProps('storefronts')}>
          <Stack>
            {storefronts.map(({ code, name }) => (
              <Checkbox key={code} value={code} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </Panel>
  );
}

function LeadsPanel({ form, offer }: PanelsProps) {
  const most = useMost();
  return (
    <Panel title={t('section.leads')}>
      <Stack>
        <Select
          label={words.field.location}
          placeholder={t('field.byDefault')}
          clearable
          clearButtonProps={{ 'aria-label': t('field.clearLocation') }}
          data={offer.locations.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('locationId')}
          value={form.values.locationId || null}
          onChange={(value) => form.setFieldValue('locationId', value ?? '')}
        />
        <TextInput
          label={t('field.notificationContacts')}
          description={t('field.notificationContactsHint', most(offerLimits.notificationContacts))}
          autoComplete="off"
          {...form.getInputProps('notificationContacts')}
        />
      </Stack>
    </Panel>
  );
}
