import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { Membership, MembershipList } from '../../../contract/accounts.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { queryKeys, useMe } from '../../api/queries.ts';
import { announce, FormDialog, matchField, useSubmission } from '../lead-details/index.ts';
import { describeMembership, type Member, peopleKeys } from './people-data.ts';
import { PlaceSelect } from './people-place-select.tsx';

interface AddRoleDialogProps {
  member: Member;
  choices: MembershipList;
  onClose: () => void;
}

/** Gives somebody who belongs to the organization a further role. */
export function AddRoleDialog({ member: { person, memberships }, choices, onClose }: AddRoleDialogProps) {
  const client = useQueryClient();
  const me = useMe();
  const form = useForm({
    initialValues: { role: '', locationId: '' },
    validate: { role: (value) => (value === '' ? 'Choose a role' : null) },
  });
  const submission = useSubmission({
    setErrors: form.setErrors,
    fieldOf: matchField(['role', 'locationId']),
  });
  const submit = form.onSubmit(
    ({ role, locationId }) =>
      submission.run(async () => {
        const body = { personId: person.id, role, locationId: locationId || null };
        const made = await request<Membership>('POST', '/api/v1/memberships', { body });
        onClose();
        announce(`${person.name} is ${describeMembership(made)} now.`);
        await client.invalidateQueries({ queryKey: peopleKeys.memberships });
        await client.invalidateQueries({ queryKey: queryKeys.people });
        if (person.id === me.person.id) await client.invalidateQueries({ queryKey: queryKeys.me });
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={`Another role for ${person.name}`}
      submitLabel="Give the role"
      submission={submission}
      dirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>So far: {memberships.map(describeMembership).join(', ')}.</p>
      <Select
        label="Role"
        withAsterisk
        aria-required
        data-autofocus
        data={choices.roles.map((role) => ({ value: role, label: words.role[role] }))}
        {...form.getInputProps('role')}
      />
      <PlaceSelect locations={choices.locations} input={form.getInputProps('locationId')} />
    </FormDialog>
  );
}
