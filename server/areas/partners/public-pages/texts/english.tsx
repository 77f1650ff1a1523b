import type { FormWords } from './form-words.ts';

export const english: FormWords = {
  labels: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email address',
    phone: 'Phone number',
    company: 'Company',
    title: 'Job title',
    country: 'Country',
    message: 'Message',
    contactDirectly: 'Direct contact',
    consent: 'Your consent',
  },
  optional: '(optional)',
  chooseCountry: 'Choose a country',
  emailHint: 'If you have none, leave it empty and give a phone number.',
  missing: {
    firstName: 'Enter your name. If you have only one name, one of the two fields is enough.',
    email: 'Enter your email address, or a phone number, so that the partner can answer you.',
    country: 'Choose your country.',
    consent: 'Tick this box: without your consent, your request cannot be passed on.',
  },
  tooLong: (label, most) => `${label} has more than ${most} characters.`,
  damaged: (label) => `${label} contains a character that was damaged on its way. Please type it again.`,
  unusableEmail:
    'This email address doesn’t look right. Please check it: it needs a name, an @ and a domain, like name@company.com.',
  meant: (suggestion) => `Did you mean ${suggestion}?`,
  didYouMean: (suggestion, typed) =>
    `Did you mean ${suggestion}? Correct the address, or send the form again if ${typed} is right.`,
  unusablePhone:
    'This phone number doesn’t look right. Please check it, add the country code if it isn’t a number in your country, or enter an email address.',
  summary: (errors) =>
    errors === 0
      ? 'This form was open for too long. Please send it again.'
      : errors === 1
        ? 'One answer needs another look'
        : `${errors} answers need another look`,
  errorTitle: 'Error: ',
  consent:
    'I agree that Leadlight passes my details on to {partner}, and that {partner} contacts me about this request.',
  contactDirectly: 'I would like to be contacted directly, as soon as possible',
  heading: {
    ContactMe: (about) => `Get in touch with ${about}`,
    GetItNow: (about) => `Get started with ${about}`,
    FreeTrial: (about) => `Try ${about} free of charge`,
    TestDrive: (about) => `Take ${about} for a test drive`,
  },
  submit: {
    ContactMe: 'Contact me',
    GetItNow: 'Get it now',
    FreeTrial: 'Free trial',
    TestDrive: 'Test drive',
  },
  introduction: {
    ContactMe: (partner) => <>Leave your details, and {partner} can get in touch with you.</>,
    GetItNow: (partner) => <>Leave your details, and {partner} can help you get started.</>,
    FreeTrial: (partner) => <>Leave your details, and {partner} can help you start the trial.</>,
    TestDrive: (partner) => <>Leave your details, and {partner} can help you start the test drive.</>,
  },
  website: 'Website:',
  handledBy: (partner) => <>Your request is handled by {partner}. Leadlight only passes it on.</>,
  thanks: {
    title: (partner) => `Your request was sent to ${partner}`,
    heading: (partner) => <>Your request was sent to {partner}.</>,
    about: (offer) => <>It is about {offer}.</>,
    next: 'What happens next',
    receives: (partner) => <>{partner} receives your request with the details you gave.</>,
    answers: 'Someone there will read it and, if they can help you, get in touch by email or phone.',
    mayAnswer: 'Someone there may get in touch by email or phone to help you get started.',
    done: 'You don’t need to do anything else. You can close this page.',
    backToOffer: 'Back to the offer',
    backToPartner: 'Back to the partner’s page',
  },
};
