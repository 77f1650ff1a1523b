import { PasswordInput } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { shortestPassword } from '../../../../contract/people/lists.ts';
import { t } from './catalogue.ts';

/** What is wrong with a new password, before it is sent; null if nothing can be seen here. */
export function findPasswordProblem(password: string): string | null {
  return [...password].length < shortestPassword
    ? t('password.tooShort', { shortest: String(shortestPassword) })
    : null;
}

type InputProps = ReturnType<ReturnType<typeof useForm>['getInputProps']>;

/** Takes a new password; the browser may suggest one. */
export function NewPasswordField({ label, input }: { label: string; input: InputProps }) {
  return (
    <PasswordInput
      label={label}
      description={t('password.hint', { shortest: String(shortestPassword) })}
      autoComplete="new-password"
      withAsterisk
      aria-required
      maxLength={1024}
      {...input}
    />
  );
}
