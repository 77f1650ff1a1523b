import { linkDays } from '../customer-requests.rules.ts';
import type { SuggestionReason } from '../suggest-partners.rules.ts';
import type { Explanation, RequestProblem, RequestWords } from './request-words.ts';

/** The page of a customer's request in English. */
export const english: RequestWords = {
  title: 'Your request',
  sentTo: (partner, offer) =>
    offer ? (
      <>
        You asked {partner} to get in touch with you about {offer}.
      </>
    ) : (
      <>You asked {partner} to get in touch with you.</>
    ),
  asked: 'What you wrote',
  noMessage: 'You wrote no message.',
  became: 'What became of it',
  standing: {
    waiting: 'Waits for an answer',
    accepted: 'Accepted',
    declined: 'Declined',
    unanswered: 'Did not answer in time',
    withdrawn: 'Withdrawn by you',
    closed: 'Closed',
  },
  sentOn: (day) => `Sent on ${day}`,
  withPartner: {
    waiting: (partner) => (
      <>
        Your request is with {partner} now. They will get in touch with you, or you will hear from us if they
        cannot.
      </>
    ),
    accepted: (partner) => <>{partner} accepted your request and will get in touch with you.</>,
  },
  others: 'Other partners that fit',
  chooseOne: 'Choose one. Nothing is sent before you do.',
  noOthers: 'We know no other partner that fits at the moment.',
  reason: wordReason,
  send: (partner) => <>Send my request to {partner}</>,
  consent:
    'When you send it, Leadlight passes your name, your contact details and your message, as you wrote it, on to that partner, and you agree that they contact you about this request.',
  profile: 'About this partner',
  withdraw: 'Withdraw my request',
  withdrawOffer: 'No longer looking for help?',
  withdrawQuestion: 'Withdraw your request?',
  withdrawWaiting: (partner) => (
    <>{partner} will see that you withdrew it, and the request is closed there.</>
  ),
  withdrawAccepted: (partner) => (
    <>
      {partner} accepted your request already. They will see that you withdrew it, but may get in touch with
      you once more.
    </>
  ),
  withdrawFinal: 'This cannot be undone. You can always send a new request.',
  withdrawYes: 'Yes, withdraw it',
  withdrawNo: 'No, keep my request',
  withdrawn: (day) => `You withdrew this request on ${day}. It is not sent to anybody any more.`,
  withdrawnAccepted: (partner) => (
    <>{partner} had accepted it before and can see that you withdrew it. They may get in touch once more.</>
  ),
  validUntil: (day) =>
    `This page is there for you until ${day}. Who has its link can see it, so keep it to yourself.`,
  otherLanguage: 'Diese Seite auf Deutsch',
  requestNumber: 'If it happens again, tell us this number:',
  refusal: {
    'with-partner': 'Nothing was sent: another partner has your request already.',
    'asked-before': 'Nothing was sent: this partner had your request before.',
    'not-listed': 'Nothing was sent: this partner takes no requests here any more.',
    withdrawn: 'Nothing was sent: you withdrew this request.',
    outdated: 'Nothing was done: this page was open for too long. Please try again.',
  },
  problem: (problem, minutes) =>
    problem === 'too-many-requests'
      ? {
          title: 'Too many requests from your network',
          text: `Nothing was done. Please wait ${minutes === 1 ? 'one minute' : `${minutes} minutes`}, and try again.`,
        }
      : problems[problem],
};

const problems: Readonly<Record<Exclude<RequestProblem, 'too-many-requests'>, Explanation>> = {
  'unknown-link': {
    title: 'This link leads nowhere',
    text: 'It may have been cut off. Please open it again from the mail, or copy the whole link.',
  },
  'ended-link': {
    title: 'This link has run out',
    text: `The page of your request was there for ${linkDays} days. If you still look for help, please send a new request to a partner.`,
  },
  'other-site': {
    title: 'The form came from another site',
    text: 'Nothing was done. Please open the link from the mail and try again there.',
  },
  unavailable: {
    title: 'This page is not available right now',
    text: 'Please try again in a moment. Doing something twice does it only once.',
  },
  internal: {
    title: 'Something went wrong on our side',
    text: 'Please try again in a moment. Doing something twice does it only once.',
  },
  unreadable: {
    title: 'This request could not be read',
    text: 'Nothing was done. Please open the link from the mail and try once more.',
  },
};

function wordReason(reason: SuggestionReason, country: (code: string) => string): string {
  switch (reason.kind) {
    case 'country':
      return `Serves your country (${country(reason.country)})`;
    case 'tags':
      return `Knows about: ${new Intl.ListFormat('en', { type: 'conjunction' }).format(reason.tags)}`;
    case 'answers':
      return `Answers ${reason.ofTen} of 10 requests`;
  }
}
