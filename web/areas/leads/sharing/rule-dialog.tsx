import { MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import type { Holder, SharingRules } from '../../../../contract/leads/sharing.ts';
import { words } from '../../../../contract/words.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../../ui/forms/index.ts';
import { SettingsConflict, useRevision } from '../../../ui/sections/settings-conflict.tsx';
import { useCountryOptions } from '../../../ui/use-country-options.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { fillRule, findLimitProblem, type RuleForm, readRule } from './rule-form.ts';
import classes from './sharing.module.css';
import { toChanges, toEscalation } from './sharing-data.ts';
import { useRules } from './use-rules.ts';

const fieldOf = matchField(['name', 'tab', 'locationIds', 'countries', 'offers', 'method', 'people'], {});

interface RuleDialogProps {
  rules: SharingRules;
  /** The rule to edit; null: a new one. */
  ruleId: string | null;
  people: readonly Holder[];
  onSaved: () => void;
  onClose: () => void;
}

/** Which leads a rule is for, and who gets them (WT-1). */
export function RuleDialog({ rules, ruleId, people, onSaved, onClose }: RuleDialogProps) {
  const { save } = useRules();
  const base = useRevision(rules);
  const [began] = useState(() => rules.rules.find(({ id }) => id === ruleId));
  const form = useForm<RuleForm>({
    initialValues: fillRule(began),
    validate: {
      name: (name) => (name.trim() === '' ? t('dialog.nameMissing') : null),
      personIds: (ids) => (ids.length === 0 ? t('dialog.peopleMissing') : null),
      perWeek: Object.fromEntries(
        people.map(({ id }) => [id, (typed: string | undefined) => findLimitProblem(typed ?? '')]),
      ),
    },
  });
  const draft = useDraft(form, { form: 'sharing-rule', subject: ruleId ?? '' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        const mine = readRule(values, ruleId);
        await base.change((revision) => {
          const others = toChanges(base.settings);
          const isKept = others.some(({ id }) => id === ruleId);
          const all = isKept ? others.map((one) => (one.id === ruleId ? mine : one)) : [...others, mine];
          return save(all, toEscalation(base.settings), revision);
        });
        onSaved();
        onClose();
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={ruleId === null ? t('dialog.newTitle') : t('dialog.title')}
      submitLabel={t('dialog.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={words.field.name}
        withAsterisk
        aria-required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <WhichLeads form={form} rules={rules} />
      <Radio.Group label={t('dialog.method')} {...form.getInputProps('method')}>
        <Stack gap="xs" mt="xs">
          <Radio value="in-turn" label={t('dialog.inTurn')} />
          <Radio value="fewest-open" label={t('dialog.fewestOpen')} />
        </Stack>
      </Radio.Group>
      <PeopleFields form={form} people={people} />
      <SettingsConflict
        base={base}
        onTake={(current) => form.setValues(fillRule(current.rules.find(({ id }) => id === ruleId)))}
      />
    </FormDialog>
  );
}

type Form = UseFormReturnType<RuleForm>;

function WhichLeads({ form, rules: { locations, offers } }: { form: Form; rules: SharingRules }) {
  const countries = useCountryOptions();
  return (
    <>
      <Radio.Group label={t('dialog.tab')} {...form.getInputProps('tab')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('dialog.all')} />
          <Radio value="marketplace" label={t('dialog.marketplace')} />
          <Radio value="qualified" label={t('dialog.qualified')} />
        </Stack>
      </Radio.Group>
      {locations.length > 1 && (
        <MultiSelect
          label={t('dialog.locations')}
          description={t('dialog.locationsHint')}
          searchable
          data={locations.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('locationIds')}
        />
      )}
      <MultiSelect
        label={t('dialog.countries')}
        description={t('dialog.countriesHint')}
        searchable
        limit={50}
        data={countries}
        nothingFoundMessage={t('dialog.noCountries')}
        {...form.getInputProps('countries')}
      />
      {(offers.length > 0 || form.values.offers.length > 0) && (
        <MultiSelect
          label={shared('title.offers')}
          description={t('dialog.offersHint')}
          searchable
          data={withKept(offers, form.values.offers)}
          nothingFoundMessage={t('dialog.noOffers')}
          {...form.getInputProps('offers')}
        />
      )}
    </>
  );
}

/** Offers to choose from, and those that the rule is for though they are no longer published. */
function withKept(offers: SharingRules['offers'], chosen: readonly string[]) {
  const known = offers.map(({ name, title }) => ({ value: name, label: title }));
  const gone = chosen.filter((name) => !offers.some((offer) => offer.name === name));
  return [...known, ...gone.map((name) => ({ value: name, label: name }))];
}

function PeopleFields({ form, people }: { form: Form; people: readonly Holder[] }) {
  const { personIds } = form.values;
  const chosen = personIds.map((id) => people.find((one) => one.id === id) ?? { id, name: '' });
  return (
    <>
      <MultiSelect
        label={t('dialog.people')}
        withAsterisk
        aria-required
        searchable
        data={people
          .filter(({ id, worksLeads }) => worksLeads || personIds.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage={t('dialog.noMatches')}
        {...form.getInputProps('personIds')}
      />
      {chosen.length > 0 && (
        <fieldset className={classes.limits}>
          <legend>{t('dialog.perWeek')}</legend>
          <p className="ll-note">{t('dialog.perWeekHint')}</p>
          <Stack gap="xs" mt="xs">
            {chosen.map(({ id, name }) => (
              <TextInput
                key={id}
                label={name}
                aria-label={t('dialog.perWeekOf', { name })}
                placeholder={t('dialog.noLimit')}
                inputMode="numeric"
                maxLength={6}
                {...form.getInputProps(`perWeek.${id}`)}
                value={form.values.perWeek[id] ?? ''}
              />
            ))}
          </Stack>
        </fieldset>
      )}
    </>
  );
}
