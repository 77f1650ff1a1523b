import { encode } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeQuestion, readReply } from './dns-message.ts';
import { parseDnsServer } from './dns-server.ts';
import { isInsideAddress, isPublicAddress } from './public-address.ts';

const question = { name: 'example.test', type: 'MX' } as const;
const good = encode({
  type: 'response',
  id: 7,
  flags: 0x0180,
  questions: [question],
  answers: [
    { type: 'MX', name: 'example.test', ttl: 9, data: { preference: 5, exchange: 'mx.example.test' } },
    { type: 'A', name: 'other.test', ttl: 9, data: '192.0.2.1' },
  ],
});

describe('reading replies', () => {
  it('CV-4: whatever bytes come in answer, they never read as a denial by accident', () => {
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(good.length), (changes, length) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        const reply = readReply(bytes.subarray(0, length), question, 7);
        // Random bytes can happen to hold the code for a missing name: that is a denial, not damage.
        if (((bytes[3] ?? 0) & 0x0f) !== 3) expect(reply.kind).not.toBe('no-such-domain');
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
        const bytes = Buffer.concat([good.subarray(0, 12), Buffer.from(noise)]);
        expect(() => readReply(bytes, question, 7)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('does not make an address of bytes that are not there', () => {
    const cut = encode({
      type: 'response',
      id: 7,
      flags: 0x0180,
      questions: [{ name: 'example.test', type: 'AAAA' }],
      answers: [{ type: 'AAAA', name: 'example.test', ttl: 9, data: '2001:db8::1' }],
    }).subarray(0, -10);
    const reply = readReply(cut, { name: 'example.test', type: 'AAAA' }, 7);
    expect(reply).toEqual({ kind: 'trouble', code: 'malformed' });
  });

  it('spends no time on names that lead from pointer to pointer', () => {
    const bytes = Buffer.alloc(8192);
    good.copy(bytes, 0, 0, 12);
    bytes.writeUInt16BE(0xffff, 6);
    for (let at = 14; at < bytes.length; at += 2) bytes.writeUInt16BE(0xc000 | (at - 2), at);
    const began = performance.now();
    readReply(bytes, question, 7);
    // It takes ten milliseconds; a reader that follows every pointer to its end does not return.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('asks for recursion, with EDNS only when wanted', () => {
    expect(encodeQuestion(7, question, true).length).toBe(encodeQuestion(7, question, false).length + 11);
    expect(encodeQuestion(7, question, false).subarray(0, 4).toString('hex')).toBe('00070100');
  });
});

describe('CV-5: addresses', () => {
  it.each(['8.8.8.8', '193.0.6.139', '2001:4860:4860::8888', '2a00:1450:4001::1a'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
      expect(isInsideAddress(address)).toBe(false);
    },
  );

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254'],
    ...['169.254.169.254', '172.16.0.1', '192.168.0.1', '224.0.0.1', '255.255.255.255', '::', '::1'],
    ...[
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      '::10.0.0.1',
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      'fe80::1%lo',
    ],
    ...['fec0::1', 'ff02::1'],
  ])('%s is inside', (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(isInsideAddress(address)).toBe(true);
  });

  it.each([
    ...['192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1', '203.0.113.1', '240.0.0.1', '168.63.129.16'],
    ...['64:ff9b::808:808', '64:ff9b:1::a00:1', '2002:a00:1::1', '2001:0:4136:e378::1', '2001:db8::1'],
    ...['4000::1', '100::1', '::ffff:0:a00:1'],
  ])('%s is never connected to', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['', '1', '10', '010.0.0.1', '0x7f.1', '127.1', 'localhost', '8.8.8.8.', ' 8.8.8.8', '8.8.8.8:25'])(
    '%j is no address',
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );
});

describe('servers', () => {
  it.each([
    ['192.0.2.1', { address: '192.0.2.1', port: 53 }],
    ['192.0.2.1:5353', { address: '192.0.2.1', port: 5353 }],
    ['2001:db8::1', { address: '2001:db8::1', port: 53 }],
    ['[2001:db8::1]', { address: '2001:db8::1', port: 53 }],
    ['[2001:db8::1]:5353', { address: '2001:db8::1', port: 5353 }],
    ['localhost', undefined],
    ['192.0.2.1:0', undefined],
    ['192.0.2.1:65536', undefined],
    ['[192.0.2.1]:53', undefined],
    ['', undefined],
  ])('%s', (text, server) => {
    expect(parseDnsServer(text)).toEqual(server);
  });
});
