import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionalMailCategories } from '../../../contract/mail/lists.ts';
import { newId } from '../../platform/ids.ts';
import { type LinkPurpose, readLink, readTurnsOff, signLink, signTurnsOff } from './link-tokens.ts';

const secret = randomBytes(32);
const purposes: LinkPurpose[] = ['join', 'reset', 'verify', 'request', 'contact'];

describe('ID-5: links', () => {
  it('ID-5 a link opens what it was made for and nothing else', () => {
    for (const purpose of purposes) {
      const id = newId();
      const token = signLink(secret, purpose, id);
      expect(token).toMatch(/^[\w-]{64}$/);
      expect(readLink(secret, purpose, token)).toBe(id);
      for (const other of purposes.filter((one) => one !== purpose))
        expect(readLink(secret, other, token)).toBeUndefined();
      expect(readLink(randomBytes(32), purpose, token)).toBeUndefined();
    }
  });

  it('ID-5 a link with one letter changed opens nothing', () => {
    const token = signLink(secret, 'reset', newId());
    for (let at = 0; at < token.length; at++) {
      const letter = token[at] === 'A' ? 'B' : 'A';
      expect(readLink(secret, 'reset', token.slice(0, at) + letter + token.slice(at + 1))).toBeUndefined();
    }
  });

  it('ID-5 any other text opens nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ minLength: 60, maxLength: 70 })), (text) => {
        expect(readLink(secret, 'join', text)).toBeUndefined();
      }),
    );
    const token = signLink(secret, 'join', newId());
    expect(readLink(secret, 'join', `${token}=`)).toBeUndefined();
    expect(readLink(secret, 'join', `${token}A`)).toBeUndefined();
  });
});

describe('NT-3: links that turn emails off', () => {
  const link = { personId: newId(), organizationId: newId() };
  const read = (token: string, key = secret) => readTurnsOff(key, optionalMailCategories, token);

  it('NT-3 a link turns off what it was made for and nothing else', () => {
    const tokens = optionalMailCategories.map((category) => {
      const token = signTurnsOff(secret, { ...link, category });
      expect(token).toMatch(/^[\w-]{86}$/);
      expect(read(token)).toEqual({ ...link, category });
      expect(read(token, randomBytes(32))).toBeUndefined();
      for (const purpose of purposes) expect(readLink(secret, purpose, token)).toBeUndefined();
      return token;
    });
    expect(new Set(tokens).size).toBe(optionalMailCategories.length);
    expect(read(signTurnsOff(secret, { ...link, category: 'new-lead' }))).toBeUndefined();
    for (const purpose of purposes) expect(read(signLink(secret, purpose, link.personId))).toBeUndefined();
  });

  it('NT-3 nobody turns their link into one of someone else, or for other emails', () => {
    const token = signTurnsOff(secret, { ...link, category: 'mention' });
    for (let at = 0; at < token.length; at++) {
      const letter = token[at] === 'A' ? 'B' : 'A';
      expect(read(token.slice(0, at) + letter + token.slice(at + 1))).toBeUndefined();
    }
    const other = signTurnsOff(secret, { ...link, personId: newId(), category: 'mention' });
    expect(read(other.slice(0, 40) + token.slice(40))).toBeUndefined();
    for (const text of ['', `${token}=`, `${token}A`, token.slice(1)]) expect(read(text)).toBeUndefined();
  });
});
