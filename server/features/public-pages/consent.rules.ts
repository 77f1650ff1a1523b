/** Kept with every lead of a public form (IN-6): change it whenever a word of the text below changes. */
export const consentTextVersion = 'contact-form-2026-11';

/** What the customer agrees to; `{partner}` stands for the partner's name. */
export const consentText =
  'I agree that Leadlight passes my details on to {partner}, and that {partner} contacts me about this request.';

/** The wish that makes a lead hot (LC-5), word for word as customers read it. */
export const contactDirectlyText =
  'I would like interested partners to contact me directly, as soon as possible';
