import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BusinessProfile } from '../../../contract/profiles/profiles.ts';
import { ApiError, request, sendFile } from '../../api/client.ts';
import { announce, announceFailure, announceProblem } from '../../ui/forms/announce.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { useEditing, useProfileEditing } from './editing/use-editing.ts';
import { noteProfile, profileQuery } from './profiles-data.ts';

/** Something typed is not saved, so the server would work with other words than those on the screen. */
class NotSavedError extends Error {}

/** What all that can be done with the profile of the page has in common. */
function useDeed() {
  const client = useQueryClient();
  const editing = useProfileEditing();
  const { id } = useEditing().profile;
  const take = (profile: BusinessProfile) => {
    noteProfile(client, profile);
    editing.adopt(profile);
  };
  return {
    editing,
    params: { id },
    take,
    /** Takes the answer, and says that it is done. */
    done: (sentence: string) => (profile: BusinessProfile) => {
      take(profile);
      announce(sentence);
    },
    /** Says why it failed; what the server says now is shown. */
    failed: (title: string) => (error: unknown) => {
      if (error instanceof NotSavedError) return announceProblem(title, t('review.notSaved'));
      announceFailure(title, error);
      const current = error instanceof ApiError ? error.problem.current : undefined;
      if (current) take(current as BusinessProfile);
      else void client.invalidateQueries({ queryKey: profileQuery(id).queryKey });
    },
    /** Saves what is typed. @returns the revision that has it @throws NotSavedError */
    saved: async () => {
      if (!(await editing.settle())) throw new NotSavedError();
      return editing.read().profile.revision;
    },
  };
}

/** Shows the draft to customers, takes its pages away, or goes back to what is published (BP-14). */
export function usePublishing() {
  const { editing, params, done, failed, saved } = useDeed();
  return {
    publish: useMutation({
      mutationFn: async () =>
        request('POST /api/v1/business-profiles/:id/publish', { params, body: { basedOn: await saved() } }),
      onSuccess: done(t('review.published')),
      onError: failed(t('review.publishFailed')),
    }),
    unpublish: useMutation({
      mutationFn: () => request('POST /api/v1/business-profiles/:id/unpublish', { params }),
      onSuccess: done(t('review.unpublished')),
      onError: failed(t('review.unpublishFailed')),
    }),
    discard: useMutation({
      mutationFn: () => {
        editing.forget();
        const body = { basedOn: editing.read().profile.revision };
        return request('POST /api/v1/business-profiles/:id/discard', { params, body });
      },
      onSuccess: done(t('review.discarded')),
      onError: failed(shared('changeFailed')),
    }),
  };
}

/** Says until when the partner takes no requests; null: it does (BP-17). */
export function useAvailability() {
  const { params, take, failed } = useDeed();
  return useMutation({
    mutationFn: (unavailableUntil: string | null) =>
      request('PUT /api/v1/business-profiles/:id/availability', { params, body: { unavailableUntil } }),
    onSuccess: take,
    onError: failed(shared('changeFailed')),
  });
}

/** Has a link emailed to the contact of a location. */
export function useConfirmation() {
  const { params, take, failed, saved } = useDeed();
  return useMutation({
    mutationFn: async (locationId: string) => {
      await saved();
      const body = { locationId };
      return request('POST /api/v1/business-profiles/:id/contact-confirmation', { params, body });
    },
    onSuccess: take,
    onError: failed(t('contact.linkFailed')),
  });
}

/** Uploads a picture as the logo of the draft. */
export function useLogoUpload() {
  const { params, done } = useDeed();
  return useMutation({
    mutationFn: (file: Blob) =>
      sendFile('PUT /api/v1/business-profiles/:id/logo', {
        file,
        params,
        onProgress: () => undefined,
        signal: new AbortController().signal,
      }),
    onSuccess: done(t('logo.done')),
  });
}
