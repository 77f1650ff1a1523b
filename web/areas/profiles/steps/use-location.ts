import type { LocationDraft } from '../../../../contract/profiles/profiles.ts';
import { keyOfLocation, type ShownLocation, toLocationDraft } from '../editing/draft-fields.ts';
import { problemAt, useEditing, useProfileEditing } from '../editing/use-editing.ts';

/** When one of these changes, the place is looked up again. */
const placeParts: readonly string[] = ['city', 'state', 'postalCode', 'country'];

type TextPart = 'name' | 'street' | 'city' | 'state' | 'postalCode' | 'country' | 'phone';

/** A location and its parts, for inputs. */
export function useLocation(location: ShownLocation) {
  const editing = useProfileEditing();
  const shown = useEditing();
  const key = keyOfLocation(location.id);
  const draft = toLocationDraft(location);
  const change = (changed: Partial<LocationDraft>, part: string) => {
    const keepAddress = draft.keepAddress && !placeParts.some((one) => one in changed);
    editing.change(key, { ...draft, keepAddress, ...changed }, `${key}.${part}`);
  };
  const inputAt = (part: string) => ({
    error: problemAt(shown, `${key}.${part}`),
    onFocus: () => editing.focus(key),
    onBlur: () => editing.blur(key, `${key}.${part}`),
  });
  return {
    key,
    isUnsaved: shown.unsaved.has(key),
    rejected: shown.rejected.get(key),
    change,
    /** Of an input that people type a part into. */
    text: (part: TextPart) => ({
      ...inputAt(part),
      value: location[part],
      onChange: (event: { currentTarget: { value: string } }) =>
        change({ [part]: event.currentTarget.value }, part),
    }),
    contact: (part: keyof LocationDraft['contact']) => ({
      ...inputAt(`contact.${part}`),
      value: location.contact[part],
      onChange: (event: { currentTarget: { value: string } }) =>
        change({ contact: { ...location.contact, [part]: event.currentTarget.value } }, `contact.${part}`),
    }),
    /** Of an input with another kind of value. */
    inputAt,
  };
}
