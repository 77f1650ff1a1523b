import { useEffect } from 'react';
import type { ProfileStep } from '../../../contract/profiles/lists.ts';
import { useProfileEditing } from './editing/use-editing.ts';

const focusable = 'input:not([type="hidden"]), textarea, select, button, a[href], [tabindex]';

/** Moves the focus to the field that a link of Review asked for, and says what is wrong with it. */
export function useAskedField(field: string | undefined, step: ProfileStep): void {
  const editing = useProfileEditing();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has other fields
  useEffect(() => {
    if (field === undefined) return;
    const found = findField(field);
    const target = found?.matches(focusable) ? found : found?.querySelector<HTMLElement>(focusable);
    editing.touch(found?.dataset.field ?? field);
    target?.focus();
    found?.scrollIntoView({ block: 'center' });
  }, [editing, field, step]);
}

/** The element of the field, or of what the field is part of. */
function findField(path: string): HTMLElement | undefined {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')];
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const found = fields.find((one) => one.dataset.field === part);
    if (found) return found;
  }
  return undefined;
}
