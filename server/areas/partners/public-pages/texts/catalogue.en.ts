/** The texts of public pages and their forms around the partner's own words. */
export const english = {
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
  tooLong: '{label} has more than {most, number, ::group-off} characters.',
  damaged: '{label} contains a character that was damaged on its way. Please type it again.',
  unusableEmail:
    'This email address doesn’t look right. Please check it: it needs a name, an @ and a domain, like name@company.com.',
  meant: 'Did you mean {suggestion}?',
  didYouMean: 'Did you mean {suggestion}? Correct the address, or send the form again if {typed} is right.',
  unusablePhone:
    'This phone number doesn’t look right. Please check it, add the country code if it isn’t a number in your country, or enter an email address.',
  outdated: 'This form was open for too long. Please send it again.',
  summary: '{count, plural, one {One answer needs another look} other {{shown} answers need another look}}',
  errorTitle: 'Error: {title}',
  consent:
    'I agree that Leadlight passes my details on to <name>{partner}</name>, and that <name>{partner}</name> contacts me about this request.',
  contactDirectly: 'I would like to be contacted directly, as soon as possible',
  heading: {
    ContactMe: 'Get in touch with {about}',
    GetItNow: 'Get started with {about}',
    FreeTrial: 'Try {about} free of charge',
    TestDrive: 'Take {about} for a test drive',
  },
  submit: {
    ContactMe: 'Contact me',
    GetItNow: 'Get it now',
    FreeTrial: 'Free trial',
    TestDrive: 'Test drive',
  },
  introduction: {
    ContactMe: 'Leave your details, and <name>{partner}</name> can get in touch with you.',
    GetItNow: 'Leave your details, and <name>{partner}</name> can help you get started.',
    FreeTrial: 'Leave your details, and <name>{partner}</name> can help you start the trial.',
    TestDrive: 'Leave your details, and <name>{partner}</name> can help you start the test drive.',
  },
  website: 'Website:',
  listing: {
    serviceType: 'Kind of service',
    categories: 'Categories',
    industries: 'Industries',
    links: 'More about it',
    support: 'Support',
    privacy: 'Privacy policy',
    preview:
      'This is a preview: only people who have its address can see it, and what you send becomes a test lead.',
  },
  handledBy: 'Your request is handled by <name>{partner}</name>. Leadlight only passes it on.',
  thanks: {
    title: 'Your request was sent to {partner}',
    heading: 'Your request was sent to <name>{partner}</name>.',
    about: 'It is about <name>{offer}</name>.',
    next: 'What happens next',
    receives: '<name>{partner}</name> receives your request with the details you gave.',
    answers: 'Someone there will read it and, if they can help you, get in touch by email or phone.',
    mayAnswer: 'Someone there may get in touch by email or phone to help you get started.',
    done: 'You don’t need to do anything else. You can close this page.',
    backToOffer: 'Back to the offer',
    backToPartner: 'Back to the partner’s page',
  },
  kept: {
    title: 'Your request has arrived',
    text: 'The offer was withdrawn while you were writing. Your request was kept, and we are looking for a partner who can help you.',
  },
  problem: {
    'not-found': {
      title: 'There is no page at this address',
      text: 'The offer or the partner may no longer be listed, or the address may have a typing mistake.',
    },
    'body-too-large': {
      title: 'The request is too long',
      text: 'Your request was not sent. Go back, shorten your message, and send the form again.',
    },
    'unsupported-media-type': {
      title: 'The form could not be read',
      text: 'Your request was not sent. Open the page again and send the form from there.',
    },
    'cross-site-request': {
      title: 'The form came from another site',
      text: 'Your request was not sent. Open the page here and send the form from there.',
    },
    'too-many-requests': {
      title: 'Too many requests from your network',
      text: 'This form was sent many times in a short while, so your request was not sent. Please wait {count, plural, one {one minute} other {{shown} minutes}}, go back, and send it again.',
    },
    unavailable: {
      title: 'This page is not available right now',
      text: 'If you sent a form, it was not stored. Please try again in a moment.',
    },
    internal: {
      title: 'Something went wrong on our side',
      text: 'If you sent a form, please send it again in a moment: sending it twice makes only one request.',
    },
    unreadable: {
      title: 'This request could not be read',
      text: 'Please open the page again and try once more.',
    },
  },
  problemNumber: 'If it happens again, tell us this number:',
  description: {
    offer: '{title} by {partner}. {action}.',
    profile: '{partner}, {place}: get in touch.',
  },
} as const;
