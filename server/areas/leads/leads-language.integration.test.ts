import { describe, expect, it } from 'vitest';
import { languageCookie } from '../../../contract/languages/languages.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';

const { server, world } = useLeadWorld({ emptied: ['lead'] });

/** What is read of an answer, whatever else it holds. */
async function read(path: string, headers: Record<string, string> = {}) {
  const answer = await server.request('GET', path, { as: world.as.admin, headers });
  return JSON.parse(answer.text);
}
const german = { 'accept-language': 'de-CH, en;q=0.5' };

describe('the language of the reader', () => {
  it.each([
    [{}, 'en'],
    [{ 'accept-language': '*' }, 'en'],
    [{ 'accept-language': 'fr' }, 'en'],
    [{ 'accept-language': 'nl, de;q=0.5, en;q=0.4' }, 'de'],
    [german, 'de'],
  ])('LA-1 errors for %j are in %s', async (headers, language) => {
    const { detail, code } = await read('/api/v1/leads/018f0000-0000-7000-8000-000000000000', headers);
    expect(code).toBe('not-found');
    expect(/^Es gibt keinen Lead/.test(detail)).toBe(language === 'de');
  });

  it('LA-1 what was chosen in the browser counts before what it asks for', async () => {
    const { cookie } = world.as.admin as { cookie: string };
    const chosen = async (language: string) => {
      const headers = { cookie: `${cookie}; ${languageCookie}=${language}`, ...german };
      const answer = await server.request('GET', '/api/v1/me/mail-preferences', { headers });
      return JSON.parse(answer.text).categories[0].title;
    };
    expect(await chosen('en')).toBe('New leads');
    expect(await chosen('de')).toBe('Neue Leads');
    expect(await chosen('xx')).toBe('Neue Leads');
  });

  it('LA-1 faults of values are whole in one language', async () => {
    const [fault] = (await read('/api/v1/leads?limit=1000', german)).issues;
    const [english] = (await read('/api/v1/leads?limit=1000')).issues;
    expect(fault.path).toBe(english.path);
    expect(fault.message).not.toBe(english.message);
    expect(fault.message).not.toMatch(/\b(must|is|the)\b/);
  });

  it('LA-1 a sentence that was stored with a lead is read as well; the API says it in English otherwise', async () => {
    const id = await world.lead({ routing_reason: 'Sent to this location by the sender.' });
    const reasonFor = async (headers?: Record<string, string>) =>
      (await read(`/api/v1/leads/${id}`, headers)).routing.reason;
    expect(await reasonFor()).toBe('Sent to this location by the sender.');
    expect(await reasonFor(german)).toBe('Beim Senden für diesen Standort bestimmt.');
  });

  it('LA-1 the labels of filters are in it, and sorted by them', async () => {
    await world.lead({ status: 'Received', assigned_to: null });
    const labels = async (headers?: Record<string, string>) => {
      const { facets } = await read('/api/v1/leads/facets?facet=status&facet=assignedTo', headers);
      return [...facets.status, ...facets.assignedTo].map(({ label }) => label);
    };
    expect(await labels()).toEqual(['Received', 'Nobody']);
    expect(await labels(german)).toEqual(['Eingegangen', 'Niemand']);
  });

  it('LA-1 why a bulk action left leads alone is said in it, and so is its report', async () => {
    const leadId = await world.lead({ status: 'Expired' });
    const order = { action: 'decline', reason: 'NoCapacity', leadIds: [leadId] };
    const ordered = await server.request('POST', '/api/v1/leads/bulk', { as: world.as.admin, body: order });
    const { id } = JSON.parse(ordered.text);
    const path = `/api/v1/leads/bulk/${id}`;
    const [english] = (await read(`${path}/refusals`)).items;
    const [refused] = (await read(`${path}/refusals`, german)).items;
    expect(refused.reason).toBe(english.reason);
    expect(english.message).toMatch(/^The lead has expired/);
    expect(refused.message).toMatch(/^Der Lead ist abgelaufen/);
    const report = await server.request('GET', `${path}/report`, { as: world.as.admin, headers: german });
    const [header, line] = report.text.split('\r\n');
    expect(header).toBe('Lead-ID,Kunde,Ergebnis,Grund');
    expect(line).toContain('Übersprungen,');
    expect(line).toContain(refused.message);
  });
});
