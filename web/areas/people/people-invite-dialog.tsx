import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Role } from '../../../contract/identity/lists.ts';
import type { InvitationSent, MembershipList } from '../../../contract/people/accounts.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { FormDialog, matchField, useDraft, useSubmission } from '../../ui/forms/index.ts';
import { looksLikeAddress } from '../../ui/forms/looks-like-address.ts';
import classes from '../../ui/sections/sections.module.css';
import { t } from './catalogue.ts';
import { PlaceSelect } from './people-place-select.tsx';

interface InviteDialogProps {
  choices: MembershipList;
  onClose: () => void;
  onSent: (invitation: InvitationSent) => void;
}

/** Asks whom to invite, and with which roles. */
export function InviteDialog({ choices, onClose, onSent }: InviteDialogProps) {
  const form = useForm<{ email: string; name: string; roles: Role[]; locationId: string }>({
    initialValues: { email: '', name: '', roles: [], locationId: '' },
    validate: {
      email: (value) => (looksLikeAddress(value.trim()) ? null : t('invite.emailMissing')),
      name: (value) => (value.trim() === '' ? t('invite.nameMissing') : null),
      roles: (value) => (value.length === 0 ? t('invite.rolesMissing') : null),
    },
  });
  const draft = useDraft(form, { form: 'invite' });
  const submission = useSubmission({
    setErrors: form.setErrors,
    draft,
    fieldOf: matchField(['email', 'name', 'locationId'], { roles: 'roles' }),
  });
  const submit = form.onSubmit(
    ({ email, name, roles, locationId }) =>
      submission.run(async () => {
        const body = { email: email.trim(), name: name.trim(), roles, locationId: locationId || null };
        onSent(await request('POST /api/v1/invitations', { body }));
      }),
    submission.focusFirstError,
  );
  return (
    <FormDialog
      title={t('invite.title')}
      submitLabel={t('invite.submit')}
      submission={submission}
      dirty={form.isDirty()}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={words.field.email}
        type="email"
        withAsterisk
        aria-required
        data-autofocus
        autoComplete="off"
        maxLength={254}
        {...form.getInputProps('email')}
      />
      <TextInput
        label={words.field.name}
        withAsterisk
        aria-required
        autoComplete="off"
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <Checkbox.Group label={t('invite.roles')} withAsterisk {...form.getInputProps('roles')}>
        <div className={classes.choices}>
          {choices.roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={words.role[role]}
              description={words.roleExplained[role]}
            />
          ))}
        </div>
      </Checkbox.Group>
      <PlaceSelect locations={choices.locations} input={form.getInputProps('locationId')} />
    </FormDialog>
  );
}
