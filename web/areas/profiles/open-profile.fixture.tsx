import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import type { ProfileStep } from '../../../contract/profiles/lists.ts';
import type { BusinessProfile, ProfileProblem } from '../../../contract/profiles/profiles.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import type { Answers } from '../../../test/parts/server.ts';
import { ProfileEditor } from './profile-editor.tsx';
import { aroundProfile, changed, editor, makeLocation, makeProfile, profileId } from './profiles.fixture.ts';
import { profileQuery } from './profiles-data.ts';

export const saving = 'PATCH /api/v1/business-profiles/:id';

interface Opened {
  profile?: BusinessProfile;
  field?: string;
  answers?: Answers;
}

function OpenedProfile({ step, field }: { step: ProfileStep; field: string | undefined }) {
  const profile = useQuery(profileQuery(profileId)).data;
  return profile && <ProfileEditor profile={profile} step={step} field={field} />;
}

/** Opens a step of a profile, on a server that keeps what is saved. */
export async function openProfile(
  step: ProfileStep,
  { profile = makeProfile(), field, answers = {} }: Opened = {},
) {
  let now = profile;
  const part = await renderPart(<OpenedProfile step={step} field={field} />, {
    as: editor(),
    answers: {
      ...aroundProfile,
      'GET /api/v1/business-profiles/:id': () => now,
      [saving]: ({ body }) => {
        now = changed(now, body.fields);
        const gone = Object.keys(body.locations);
        const typed = Object.entries(body.locations).flatMap(([id, location]) =>
          location ? [{ ...makeLocation(), ...location, id }] : [],
        );
        now = { ...now, locations: [...now.locations.filter(({ id }) => !gone.includes(id)), ...typed] };
        return now;
      },
      ...answers,
    },
  });
  await screen.findByRole('heading', { level: 1 });
  return { ...part, saved: () => part.server.asked(saving).map(({ body }) => body) };
}

/** Something to fix. */
export const problem = (step: ProfileStep, field: string, message: string): ProfileProblem => ({
  step,
  field,
  message,
});
