import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { lookAtProviders } from './look-at-providers.ts';

const stays = 'email addresses stay Unknown until it does';

describe('CV-4: a knock at the verifier', () => {
  it.each([
    [200, true, 'answers'],
    [405, true, 'answers'],
    [503, false, `does not work (status 503); ${stays}`],
    [0, false, `cannot be reached; ${stays}`],
  ])('status %s', async (status, answers, says) => {
    const verifier = createServer((request, response) => {
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end();
    });
    verifier.listen(0, '127.0.0.1');
    await once(verifier, 'listening');
    const verifierUrl = `http://127.0.0.1:${(verifier.address() as AddressInfo).port}/v1/check_email`;
    const found = await lookAtProviders({ emailMode: 'provider', dnsServers: [], verifierUrl });
    verifier.closeAllConnections();
    await new Promise((resolve) => verifier.close(resolve));
    expect(found).toEqual([{ name: 'Email verifier', answers, says }]);
  });

  it('nobody is asked for who is not set', async () => {
    expect(await lookAtProviders({ emailMode: 'dns', dnsServers: [] })).toEqual([]);
  });
});
