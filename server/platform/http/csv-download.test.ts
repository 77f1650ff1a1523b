import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { sendCsv } from './csv-download.ts';

describe('EX-1: a download', () => {
  it('EX-1 ends when its reader reads nothing for too long, so that nothing is held for them', async () => {
    const app = fastify();
    const body = Readable.from(endless(), { objectMode: false });
    app.get('/file', (_, reply) => sendCsv(reply, { fileName: 'leads.csv', body }, 50));
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const reader = connect(port, '127.0.0.1');
    reader.on('error', () => undefined);
    try {
      const ended = once(body, 'close');
      reader.write('GET /file HTTP/1.1\r\nhost: localhost\r\n\r\n');
      await once(reader, 'readable');
      // From here on it takes nothing out of its buffers.
      await ended;
      expect(body.readableEnded).toBe(false);
    } finally {
      reader.destroy();
      await app.close();
    }
  });

  it('EX-1 waits for what is slow to be written: its reader has nothing to read meanwhile', async () => {
    const app = fastify();
    const body = Readable.from(slow(), { objectMode: false });
    app.get('/file', (_, reply) => sendCsv(reply, { fileName: 'leads.csv', body }, 50));
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    try {
      expect(await (await fetch(`${address}/file`)).text()).toBe('first\r\nlast\r\n');
    } finally {
      await app.close();
    }
  });
});

async function* slow(): AsyncGenerator<string> {
  yield 'first\r\n';
  await sleep(400);
  yield 'last\r\n';
}

function* endless(): Generator<string> {
  for (;;) yield `${'x'.repeat(65_536)}\r\n`;
}
