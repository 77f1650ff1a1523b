import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ProfileField } from '../../../../contract/profiles/lists.ts';
import type { BusinessProfile, ProfileDraft } from '../../../../contract/profiles/profiles.ts';
import { request } from '../../../api/client.ts';
import { connection } from '../../../api/connection.ts';
import { drafts } from '../../../api/drafts.ts';
import { useMe } from '../../../api/me.ts';
import { useSessionOver } from '../../../api/session-state.ts';
import { capitalize } from '../../../ui/forms/problem-fields.ts';
import { useWorkInHand } from '../../../ui/work-in-hand.ts';
import { labelOf, vocabulariesQuery } from '../../vocabularies/index.ts';
import { noteProfile } from '../profiles-data.ts';
import { type FieldKey, keyOfPath } from './draft-fields.ts';
import { WordKeeper } from './kept-words.ts';
import { ProfileEditing } from './profile-editing.ts';
import type { Editing } from './shown-editing.ts';

/** The profile that is edited; `useProfileEditing` reads it. */
export const EditingContext = createContext<ProfileEditing | null>(null);

/** Edits the profile as long as the component is there. @param profile as the server described it last */
export function useOpenEditing(profile: BusinessProfile): ProfileEditing {
  const client = useQueryClient();
  const me = useMe();
  const isOver = useSessionOver();
  const [editing] = useState(() => {
    const { id } = profile;
    const place = {
      personId: me.person.id,
      organizationId: me.organization.id,
      form: 'business-profile',
      subject: id,
    };
    return new ProfileEditing({
      profile,
      send: (body, outlivesPage) =>
        request('PATCH /api/v1/business-profiles/:id', { params: { id }, body, outlivesPage }),
      onAnswer: (answer) => noteProfile(client, answer),
      keeper: new WordKeeper(drafts, place),
    });
  });
  useEffect(() => editing.adopt(profile), [editing, profile]);
  useEffect(() => {
    const leave = () => editing.leave();
    const turn = () => document.visibilityState === 'hidden' && leave();
    const stopWaiting = connection.onBack(() => editing.open());
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', turn);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', turn);
      stopWaiting();
      editing.close();
    };
  }, [editing]);
  useEffect(() => {
    if (!isOver) editing.open();
  }, [editing, isOver]);
  return editing;
}

/** What edits the profile of the page. */
export function useProfileEditing(): ProfileEditing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('There is no profile around this.');
  return editing;
}

/** The profile of the page as its editor shows it. */
export function useEditing(): Editing {
  const editing = useProfileEditing();
  return useSyncExternalStore(editing.subscribe, editing.read);
}

/** Marks the page as one that would lose something, while something is not saved. */
export function useUnsavedInHand(): void {
  const { unsaved } = useEditing();
  useWorkInHand(unsaved.size > 0);
}

/** A field of the profile for an input. */
export function useField<Field extends ProfileField>(field: Field) {
  const editing = useProfileEditing();
  const { draft } = useEditing();
  return {
    value: draft[field] as ProfileDraft[Field],
    error: useProblem(field),
    change: (value: ProfileDraft[Field]) => editing.change(field as never, value as never),
    cursor: {
      onFocus: () => editing.focus(field),
      onBlur: () => editing.blur(field),
    },
  };
}

/** What is wrong with what is at a path, once somebody has been there. */
export function useProblem(path: string): string | undefined {
  const editing = useEditing();
  return problemAt(editing, path);
}

/** {@link useProblem}, for several paths. */
export function problemAt({ profile, rejected, touched, draft }: Editing, path: string): string | undefined {
  const key: FieldKey = keyOfPath(path);
  const refused = rejected.get(key);
  const found = profile.problems.filter(({ field }) => field === path || field.startsWith(`${path}.`));
  if (refused === undefined && (found.length === 0 || !touched.has(path))) return undefined;
  const sentences = found.map(({ field, message }) => {
    const at = Number(field.slice(path.length + 1) || Number.NaN);
    const values: unknown = draft[path as ProfileField];
    const value: unknown = Array.isArray(values) ? values[at] : undefined;
    return typeof value === 'string' ? `${value}: ${message}` : capitalize(message);
  });
  return [...(refused === undefined ? [] : [capitalize(refused)]), ...new Set(sentences)].join('. ');
}

/** What the codes of vocabularies are called. */
export function useCodeLabels(): (field: string, code: string) => string {
  const vocabularies = useQuery(vocabulariesQuery).data?.items ?? [];
  return (field, code) => {
    const vocabulary = vocabularies.find(({ name }) => name === field);
    return vocabulary ? labelOf(vocabulary, code) : code;
  };
}
