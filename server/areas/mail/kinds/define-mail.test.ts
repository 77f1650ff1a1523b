import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type MailKind, mailKinds, optionalMailCategories } from '../../../../contract/mail/lists.ts';
import { noticeKinds, notificationKinds } from '../../../../contract/messages/lists.ts';
import { sentencesOf } from '../../../../contract/sentences.ts';
import { kindsOfMail } from '../../../main.ts';
import type { OptionalCategory, RequiredCategory } from './category.ts';
import { defineMail } from './define-mail.ts';

const rest = {
  facts: z.object({}),
  folder: 'server/areas/mail/kinds',
  texts: {},
  write: () => ({ subject: '', heading: '', paragraphs: [] }),
  sample: { facts: {}, reason: 'operator' },
} as const;
const nowhere = { inLedger: [], inActionCenter: [], category: null } as const;
const some = sentencesOf('test/category', { text: 'Because.' })('text');
const text = { title: some, explanation: some, concerns: () => true };
const optional = <Key extends string>(key: Key): OptionalCategory<Key> => ({ key, ...text });
const required = <Key extends string>(key: Key): RequiredCategory<Key> => ({
  key,
  ...text,
  requiredReason: some,
});

describe('what a kind of email declares', () => {
  it('NT-3 to NT-5 agrees with the lists of the contract, or it does not compile', () => {
    const wrong = [
      // @ts-expect-error the contract has no such kind
      () => defineMail({ kind: 'unheard-of', ...nowhere, ...rest }),
      // @ts-expect-error the contract lists it for the ledger
      () => defineMail({ kind: 'customer', ...nowhere, ...rest }),
      // @ts-expect-error the contract lists it for the ledger under its own name
      () => defineMail({ kind: 'customer', ...nowhere, inLedger: ['new-lead'], ...rest }),
      // @ts-expect-error the contract does not list it for the ledger
      () => defineMail({ kind: 'digest', ...nowhere, inLedger: ['digest'], ...rest }),
      // @ts-expect-error the contract does not list it for the Action center
      () => defineMail({ kind: 'digest', ...nowhere, inActionCenter: ['digest'], ...rest }),
      // @ts-expect-error the contract does not let people turn it off
      () => defineMail({ kind: 'digest', ...nowhere, category: optional('digest'), ...rest }),
      // @ts-expect-error a category has the name of its kind
      () => defineMail({ kind: 'digest', ...nowhere, category: required('new-lead'), ...rest }),
    ];
    expect(wrong.length).toBeGreaterThan(0);
    const sent = { inLedger: ['sent-lead'], inActionCenter: ['sent-lead'] } as const;
    // @ts-expect-error the contract lets people turn it off
    expect(defineMail({ kind: 'sent-lead', ...sent, category: null, ...rest })).toBeDefined();
    const category = required('sent-lead');
    // @ts-expect-error the contract lets people turn it off
    expect(defineMail({ kind: 'sent-lead', ...sent, category, ...rest })).toBeDefined();
    const told = { ...nowhere, inLedger: ['direct-expired'] } as const;
    // @ts-expect-error the contract lists it for the Action center
    expect(defineMail({ kind: 'direct-expired', ...told, ...rest })).toBeDefined();
  });

  it('NT-3 makes its email say where it can be turned off', () => {
    const definition = { ...rest, inLedger: ['sent-lead'], inActionCenter: ['sent-lead'] } as const;
    const sentLead = defineMail({ kind: 'sent-lead', ...definition, category: optional('sent-lead') });
    expect(sentLead.of({}).canTurnOff).toBe(true);
    expect(defineMail({ kind: 'digest', ...rest, ...nowhere }).of({}).canTurnOff).toBe(false);
    const about = { ...nowhere, category: required('digest') };
    expect(defineMail({ kind: 'digest', ...rest, ...about }).of({}).canTurnOff).toBe(false);
  });
});

describe('what the kinds of email declare together', () => {
  const all = Object.values(kindsOfMail);
  const names = <Name extends string>(lists: readonly (readonly Name[])[]) =>
    [...new Set(lists.flat())].sort();

  it('NT-4 is the list of what the ledger knows', () => {
    expect(names(all.map(({ inLedger }) => inLedger))).toEqual([...noticeKinds].sort());
  });

  it('NT-3 is the list of what people can turn off', () => {
    const optionalKeys = all.filter(({ category }) => category && category.requiredReason === undefined);
    expect(optionalKeys.map(({ category }) => category?.key).sort()).toEqual(
      [...optionalMailCategories].sort(),
    );
  });

  it('NT-5 is what the Action center tells and is emailed, too', () => {
    const emailed: readonly MailKind[] = mailKinds;
    expect(names(all.map(({ inActionCenter }) => inActionCenter))).toEqual(
      notificationKinds.filter((kind) => emailed.some((one) => one === kind)).sort(),
    );
  });
});
