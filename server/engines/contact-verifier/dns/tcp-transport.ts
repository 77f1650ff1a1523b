import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import type { DnsQuestion } from './dns-answer.ts';
import { type DnsReply, encodeQuestion, longestMessageBytes, readReply } from './dns-message.ts';
import type { DnsServer } from './dns-server.ts';

const lengthBytes = 2;

/**
 * Queries one server over a separate connection, for answers that are too long for UDP. However the server behaves, it
 * costs at most the time limit and one message of memory; never rejects.
 */
export function askOverTcp(server: DnsServer, question: DnsQuestion, timeoutMs: number): Promise<DnsReply> {
  const id = randomInt(65_536);
  const message = encodeQuestion(id, question, true);
  return new Promise((resolve) => {
    const socket = connect({ host: server.address, port: server.port });
    let received: Buffer = Buffer.alloc(0);
    const settle = (reply: DnsReply) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reply);
    };
    const timer = setTimeout(() => settle({ kind: 'trouble', code: 'timeout' }), timeoutMs);
    socket.on('connect', () => socket.write(withLength(message)));
    socket.on('error', () => settle({ kind: 'trouble', code: 'unreachable' }));
    socket.on('close', () => settle({ kind: 'trouble', code: 'unreachable' }));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const reply = readWhenWhole(received, question, id);
      if (reply) settle(reply);
    });
  });
}

function withLength(message: Buffer): Buffer {
  const framed = Buffer.alloc(lengthBytes + message.length);
  framed.writeUInt16BE(message.length);
  message.copy(framed, lengthBytes);
  return framed;
}

function readWhenWhole(received: Buffer, question: DnsQuestion, id: number): DnsReply | undefined {
  if (received.length < lengthBytes) return undefined;
  const length = received.readUInt16BE(0);
  if (length > longestMessageBytes) return { kind: 'trouble', code: 'oversized' };
  if (received.length < lengthBytes + length) return undefined;
  const reply = readReply(received.subarray(lengthBytes, lengthBytes + length), question, id);
  // Our own connection carries nobody else's messages, and has no longer form to fall back to.
  return reply.kind === 'not-ours' || reply.kind === 'truncated'
    ? { kind: 'trouble', code: 'malformed' }
    : reply;
}
