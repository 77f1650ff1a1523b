import { describe, expect, it } from 'vitest';
import type { CustomerNews } from '../../../../../contract/mail/mail.ts';
import { tellOfCustomer } from './customer-news-data.ts';

const mail = { language: 'en', subject: 'Your request', text: 'Contoso can’t…', html: '<p></p>' } as const;
const told: CustomerNews = { told: true, reason: null, words: 'The customer is emailed.', mail };

describe('LC-3: what the decline dialog says about the customer', () => {
  it('says what the server says, with the email', () => {
    expect(tellOfCustomer({ data: told, isError: false })).toEqual({ sentence: told.words, mail });
  });

  it('says why nobody is told, and shows no email', () => {
    const untold: CustomerNews = { told: false, reason: 'test-lead', words: 'It is a test.', mail: null };
    expect(tellOfCustomer({ data: untold, isError: false })).toEqual({ sentence: untold.words, mail: null });
  });

  it('keeps what it knew when the server cannot be asked again', () => {
    expect(tellOfCustomer({ data: told, isError: true }).mail).toBe(mail);
  });

  it('holds nobody up while it is asked, or when it cannot be', () => {
    expect(tellOfCustomer({ data: undefined, isError: false })).toMatchObject({ mail: null });
    expect(tellOfCustomer({ data: undefined, isError: true }).sentence).toMatch(/can still decline/);
  });
});
