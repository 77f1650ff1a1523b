import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type Role, roles } from '../../../contract/identity/lists.ts';
import type { MembershipList } from '../../../contract/people/accounts.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { queryKeys, useMe } from '../../api/queries.ts';
import { announce, FormDialog, matchField, useDraft, useSubmission } from '../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import classes from './people.module.css';
import { describeMembership, type Member, peopleKeys } from './people-data.ts';
import { PlaceSelect } from './people-place-select.tsx';

interface AddRoleDialogProps {
  member: Member;
  choices: MembershipList;
  onClose: () => void;
}

/** Gives another role to someone who already belongs to the organization. */
export function AddRoleDialog({ member: { person, memberships }, choices, onClose }: AddRoleDialogProps) {
  const client = useQueryClient();
  const me = useMe();
  const form = useForm<{ role: Role | ''; locationId: string }>({
    initialValues: { role: '', locationId: '' },
    validate: { role: (value) => (value === '' ? t('addRole.roleMissing') : null) },
  });
  const draft = useDraft(form, { form: 'add-role', subject: person.id });
  async function finish(words: string) {
    onClose();
    announce(words);
    await client.invalidateQueries({ queryKey: peopleKeys.memberships });
    await client.invalidateQueries({ queryKey: queryKeys.people });
    if (person.id === me.person.id) await client.invalidateQueries({ queryKey: queryKeys.me });
  }
  const submission = useSubmission({
    setErrors: form.setErrors,
    draft,
    onArrived: async ({ problem }) => {
      if (problem.code !== 'already-there') return false;
      await finish(t('addRole.firstAttemptArrived', { name: person.name }));
      return true;
    },
    fieldOf: matchField(['role', 'locationId']),
  });
  const chosen = choices.roles.find((role) => role === form.values.role);
  const submit = form.onSubmit(({ role, locationId }) => {
    // The form has asked for one.
    if (role === '') return;
    const body = { personId: person.id, role, locationId: locationId || null };
    return submission.run(
      async () => {
        const made = await request('POST /api/v1/memberships', { body });
        await finish(t('addRole.added', { name: person.name, role: describeMembership(made) }));
      },
      { body },
    );
  }, submission.focusFirstError);
  return (
    <FormDialog
      title={t('addRole.title', { name: person.name })}
      submitLabel={t('addRole.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>
        {t('addRole.current', { roles: memberships.map(describeMembership).join(', ') })}
      </p>
      <Select
        label={t('addRole.role')}
        withAsterisk
        aria-required
        data-autofocus
        data={choices.roles.map((role) => ({ value: role, label: words.role[role] }))}
        {...form.getInputProps('role')}
        description={chosen && words.roleExplained[chosen]}
        renderOption={({ option }) => <RoleOption role={option.value} label={option.label} />}
      />
      <PlaceSelect locations={choices.locations} input={form.getInputProps('locationId')} />
    </FormDialog>
  );
}

function RoleOption({ role, label }: { role: string; label: string }) {
  const known = roles.find((one) => one === role);
  return (
    <span>
      {label}
      {known && <span className={`ll-muted ${classes.explained}`}>{words.roleExplained[known]}</span>}
    </span>
  );
}
