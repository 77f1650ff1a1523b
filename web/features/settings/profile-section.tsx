import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Me, MeChange } from '../../../contract/identity.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { queryKeys, useMe } from '../../api/queries.ts';
import { FieldList, formatDay, formatInstant, Panel, readNow } from '../../ui/index.ts';
import { announce, Failures, matchField, useSubmission } from '../lead-details/index.ts';
import { localeTags, nameLocale } from './locales.ts';
import { ProfileEmail } from './profile-email.tsx';
import classes from './settings.module.css';

const fieldOf = matchField(['name', 'timeZone', 'locale']);

/** Name, time zone and language of the signed-in person. */
export function ProfileSection() {
  const me = useMe();
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      name: me.person.name,
      timeZone: me.person.timeZone ?? '',
      locale: me.person.locale ?? '',
    },
    validate: { name: (value) => (value.trim() === '' ? 'Enter your name' : null) },
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        const body: MeChange = {
          name: values.name.trim(),
          timeZone: values.timeZone || null,
          locale: values.locale || null,
        };
        client.setQueryData(queryKeys.me, await request<Me>('PATCH', '/api/v1/me', { body }));
        form.resetDirty();
        announce('Your profile is saved.');
      }),
    submission.focusFirstError,
  );
  return (
    <>
      <Panel title="Profile">
        <form ref={submission.formRef} onSubmit={submit} noValidate className={classes.form}>
          <TextInput
            label="Name"
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
          <div className={classes.buttons}>
            <Button type="submit" loading={submission.sending} disabled={!form.isDirty()}>
              Save
            </Button>
          </div>
        </form>
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
  const browser = Intl.DateTimeFormat().resolvedOptions();
  const zones = useMemo(() => {
    const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
    const all = values.timeZone && !known.includes(values.timeZone) ? [values.timeZone, ...known] : known;
    return [...new Set(all)].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [values.timeZone]);
  const languages = useMemo(() => {
    const all =
      values.locale && !localeTags.includes(values.locale) ? [values.locale, ...localeTags] : localeTags;
    return all.map((tag) => ({ value: tag, label: nameLocale(tag) }));
  }, [values.locale]);
  const shown = values.locale || undefined;
  return (
    <>
      <Select
        label="Time zone"
        placeholder={`As the browser: ${browser.timeZone.replaceAll('_', ' ')}`}
        description={`It is now ${formatInstant(new Date(readNow()).toISOString(), shown, values.timeZone || undefined)}.`}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Use the time zone of the browser' }}
        limit={200}
        data={zones}
        nothingFoundMessage="No such time zone"
        {...timeZone}
        value={values.timeZone || null}
        onChange={(value) => timeZone.onChange(value ?? '')}
      />
      <Select
        label="Language of dates, numbers and countries"
        placeholder={`As the browser: ${nameLocale(browser.locale)}`}
        description={`A day looks like this: ${formatDay('2026-11-30', shown)}. The app itself speaks English.`}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Use the language of the browser' }}
        data={languages}
        nothingFoundMessage="No such language"
        {...locale}
        value={values.locale || null}
        onChange={(value) => locale.onChange(value ?? '')}
      />
    </>
  );
}

function RolesPanel({ me }: { me: Me }) {
  return (
    <Panel title="Account">
      <FieldList
        fields={[
          { label: 'Organization', value: me.organization.name },
          {
            label: 'Roles',
            value: me.grants
              .map((grant) => `${words.role[grant.role]} (${grant.locationName ?? 'whole organization'})`)
              .join(', '),
          },
        ]}
      />
    </Panel>
  );
}
