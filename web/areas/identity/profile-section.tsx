import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Me } from '../../../contract/identity/identity.ts';
import { languageOf } from '../../../contract/languages/languages.ts';
import { words } from '../../../contract/words.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { request } from '../../api/client.ts';
import { followPerson, forgetLanguage } from '../../api/language.ts';
import { queryKeys, useMe } from '../../api/queries.ts';
import { StackedForm } from '../../ui/content/index.ts';
import {
  announce,
  DraftBanner,
  Failures,
  LeaveDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../ui/forms/index.ts';
import { appLanguage, Buttons, FieldList, formatDay, formatLanguage, Panel } from '../../ui/index.ts';
import { TimeZoneField } from '../../ui/time-zone/time-zone-field.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { localeTags, nameLocale } from './locales.ts';
import { fillProfile, readProfileChange } from './profile.ts';
import { ProfileEmail } from './profile-email.tsx';

const fieldOf = matchField(['name', 'timeZone', 'locale']);

/** Name, time zone and language of the signed-in person; in another language, the app is loaded again. */
export function ProfileSection() {
  const me = useMe();
  const client = useQueryClient();
  const form = useForm({
    initialValues: fillProfile(me.person),
    validate: { name: (value) => (value.trim() === '' ? shared('nameMissing') : null) },
  });
  const draft = useDraft(form, { form: 'profile' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        const body = readProfileChange(values, form.getInitialValues());
        const changed = await request('PATCH /api/v1/me', { body });
        await adoptAnswer(client, queryKeys.me, changed);
        // Filters by day use the person's time zone.
        if (body.timeZone !== undefined) void client.invalidateQueries({ queryKey: queryKeys.leads });
        form.setInitialValues(fillProfile(changed.person));
        form.reset();
        draft.renew();
        announce(t('profile.saved'));
        if (body.locale === null) forgetLanguage();
        followPerson(changed);
      }),
    submission.focusFirstError,
  );
  return (
    <>
      <Panel title={shared('section.profile')}>
        <StackedForm ref={submission.formRef} onSubmit={submit}>
          <LeaveDialog dirty={form.isDirty()} submission={submission} draft={draft} />
          <DraftBanner draft={draft} />
          <TextInput
            label={words.field.name}
            withAsterisk
            aria-required
            autoComplete="name"
            maxLength={200}
            {...form.getInputProps('name')}
          />
          <PlaceFields
            timeZone={form.getInputProps('timeZone')}
            locale={form.getInputProps('locale')}
            values={form.values}
          />
          <Failures sentences={submission.failures} />
          <Buttons>
            <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
              {shared('action.save')}
            </Button>
          </Buttons>
        </StackedForm>
      </Panel>
      <ProfileEmail person={me.person} />
      <RolesPanel me={me} />
    </>
  );
}

type InputProps = ReturnType<ReturnType<typeof useForm>['getInputProps']>;

interface PlaceFieldsProps {
  timeZone: InputProps;
  locale: InputProps;
  values: { timeZone: string; locale: string };
}

function PlaceFields({ timeZone, locale, values }: PlaceFieldsProps) {
  const languages = useMemo(() => {
    const all =
      values.locale && !localeTags.includes(values.locale) ? [values.locale, ...localeTags] : localeTags;
    return all.map((tag) => ({ value: tag, label: nameLocale(tag) }));
  }, [values.locale]);
  const shown = values.locale || undefined;
  return (
    <>
      <TimeZoneField
        input={timeZone}
        chosen={values.timeZone}
        locale={shown}
        hint={(now) => t('profile.timeZoneHint', { now })}
      />
      <Select
        label={t('profile.locale')}
        placeholder={t('profile.localeOfBrowser', {
          language: nameLocale(Intl.DateTimeFormat().resolvedOptions().locale),
        })}
        description={t('profile.localeExample', {
          language: formatLanguage(values.locale ? languageOf(values.locale) : appLanguage),
          day: formatDay('2026-11-30', shown),
        })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('profile.clearLocale') }}
        data={languages}
        nothingFoundMessage={t('profile.noSuchLocale')}
        {...locale}
        value={values.locale || null}
        onChange={(value) => locale.onChange(value ?? '')}
      />
    </>
  );
}

function RolesPanel({ me }: { me: Me }) {
  return (
    <Panel title={t('account.title')}>
      <FieldList
        fields={[
          { label: t('account.organization'), value: me.organization.name },
          {
            label: t('account.roles'),
            value: me.grants
              .map((grant) =>
                t('account.role', {
                  role: words.role[grant.role],
                  place: grant.locationName ?? t('account.everywhere'),
                }),
              )
              .join(', '),
          },
        ]}
      />
    </Panel>
  );
}
