import { connect, type Socket } from 'node:net';
import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from './app.ts';
import { endSlowBodies } from './slow-bodies.ts';

const apps: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

async function listen() {
  const app = Fastify() as unknown as App;
  apps.push(app);
  endSlowBodies(app, { usual: 150, silent: 300 });
  app.addContentTypeParser('text/csv', async (_request: unknown, payload: AsyncIterable<Buffer>) => {
    let bytes = 0;
    for await (const chunk of payload) bytes += chunk.length;
    return bytes;
  });
  app.post('/usual', async (request) => ({ bytes: request.body }));
  app.post('/files', { config: { takesLong: true } }, async (request) => ({ bytes: request.body }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  return port;
}

/** Sends a body of ten bytes, one at a time. @returns what was answered; empty: the connection was ended */
function drip(port: number, path: string, bytes: number, everyMilliseconds: number): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket: Socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: text/csv\r\ncontent-length: 10\r\nconnection: close\r\n\r\n`,
      );
      let sent = 0;
      const timer = setInterval(() => {
        if (sent++ < bytes) socket.write('x');
        else clearInterval(timer);
      }, everyMilliseconds);
      socket.on('close', () => clearInterval(timer));
    });
    socket.on('data', (data) => {
      answer += String(data);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

describe('a request that arrives slowly', () => {
  it('is ended where no files are taken', async () => {
    expect(await drip(await listen(), '/usual', 10, 100)).toBe('');
  });

  it('EX-2 has time where files are taken, as long as something arrives', async () => {
    expect(await drip(await listen(), '/files', 10, 100)).toContain('{"bytes":10}');
  });

  it('EX-2 is ended there, too, once nothing arrives any more', async () => {
    expect(await drip(await listen(), '/files', 3, 20)).toBe('');
  });
});
