import { describe, expect, it } from 'vitest';
import { shownReasons } from './shown-reasons.rules.ts';

const kept = {
  for: ['The contact heads the company or is on its board', 'The customer chose “Contact me”'],
  against: ['The message is short', 'The e-mail address could not be verified'],
  features: { for: ['titleSeniority', 'callToAction'], against: ['messageLength', 'emailValidity'] },
};

describe('LC-4: reasons of a rating', () => {
  it('LC-4 are all shown while the contact is', () => {
    expect(shownReasons(kept, false)).toEqual({ for: kept.for, against: kept.against });
  });

  it('LC-4 tell nothing of a contact that is withheld', () => {
    expect(shownReasons(kept, true)).toEqual({
      for: ['The customer chose “Contact me”'],
      against: ['The e-mail address could not be verified'],
    });
  });

  it('LC-4 of which it is not known what they are about are withheld with the contact', () => {
    const { features: _, ...early } = kept;
    expect(shownReasons(early, true)).toEqual({ for: [], against: [] });
    expect(shownReasons(early, false)).toEqual(early);
  });
});
