import { describe, expect, it } from 'vitest';
import { leadImport } from '../../../contract/imports/imports.ts';
import { languages } from '../../../contract/languages/lists.ts';
import {
  callsToAction,
  declineReasons,
  errorReasons,
  type LeadState,
  leadStates,
  lostReasons,
  qualifications,
} from '../../../contract/leads/lists.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { body, testNow } from '../../../test/server.ts';
import { exportWordsIn } from '../leads/list/export-words/export-words.ts';
import { importTools } from './imports.fixture.ts';
import { foldWord } from './rows/values.rules.ts';

const { server, world } = useLeadWorld({
  emptied: ['lead_import_row', 'lead_import', 'lead_import_mapping', 'stored_file', 'lead'],
});
const tools = importTools({ server, world });

const at = <Value>(values: readonly Value[], n: number) => values[n % values.length] as Value;

/** What a lead in that state says besides. */
const ofState: Readonly<Record<LeadState, (n: number) => object>> = {
  Received: () => ({ accepted_at: null }),
  Accepted: () => ({}),
  Won: () => ({ closed_at: testNow, final_value_minor: 5, final_value_currency: 'EUR' }),
  Lost: (n) => ({ closed_at: testNow, lost_reason: at(lostReasons, n) }),
  Declined: (n) => ({ closed_at: testNow, accepted_at: null, decline_reason: at(declineReasons, n) }),
  Expired: () => ({ closed_at: testNow }),
  ClosedAsError: (n) => ({ closed_at: testNow, error_reason: at(errorReasons, n) }),
};

/** The one with that number: the lists are walked through side by side. */
function leadAt(n: number) {
  const status = at(leadStates, n);
  return {
    ...{ status, accepted_at: testNow, contact_email: `x${n}@y.example` },
    ...{ contact_allowed: n % 5 !== 4, is_test: n % 3 === 0 },
    ...{ call_to_action: at(callsToAction, n), qualification: at(qualifications, n) },
    ...ofState[status](Math.floor(n / leadStates.length)),
  };
}

const many = 56;

/** Leads with every value of every closed list that a file can say. */
async function makeLeads(): Promise<number> {
  await world.lead({
    customer_name: "O'Neill, '=1+1",
    message: "a,'=2\tb;'+3",
    contact_phone: '0049 30 901820',
    received_at: new Date('2026-11-03T00:00:00.007Z'),
  });
  await world.lead({ customer_name: '=cmd|calc', message: 'He said "=1+1",\r\nthen left; 日本語' });
  await world.lead({
    status: null,
    call_to_action: 'GetItNow',
    lead_type: 'Offer',
    expires_at: null,
    available_until: new Date('2027-05-01'),
  });
  const stages = ['qualified_at', 'developed_at', 'proposed_at', 'negotiated_at'] as const;
  for (const stage of stages)
    await world.acceptedLead({
      deal_value_minor: 1250,
      deal_currency: 'JPY',
      assigned_to: world.people.admin.id,
      [stage]: testNow,
    });
  for (let n = 0; n < many; n++) await world.lead(leadAt(n));
  return 3 + stages.length + many;
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const files = [
  ['CSV', 'format=csv', 'text/csv'],
  ['CSV with semicolons', 'format=csv&separator=semicolon', 'text/csv'],
  ['TSV', 'format=tsv', 'text/csv'],
  ['XLSX', 'format=xlsx', workbook],
] as const;

describe('EX-2: our own export', () => {
  it.each(languages.flatMap((language) => files.map((one) => [language, ...one] as const)))(
    'EX-2 comes back unchanged, every row, in the language %s: %s',
    async (language, _, query, type) => {
      const rows = await makeLeads();
      const answers = await Promise.all(
        ['marketplace', 'qualified'].map((tab) =>
          fetch(`${server.address}/api/v1/leads/export?tab=${tab}&${query}&language=${language}`, {
            headers: { cookie: 'cookie' in world.as.admin ? world.as.admin.cookie : '' },
          }),
        ),
      );
      let read = 0;
      for (const answer of answers) {
        const file = Buffer.from(await answer.arrayBuffer());
        const { id } = body(leadImport, await tools.send(file, world.as.admin, type));
        await tools.work();
        const one = await tools.look(id);
        expect(one).toMatchObject({ reading: { source: 'leadlight' }, settings: { matchBy: 'leadId' } });
        expect((await tools.rows(one.id)).flatMap(({ reasons }) => reasons)).toEqual([]);
        const unchanged = Number(answer.headers.get('x-total-rows'));
        expect(one.summary).toEqual({ create: 0, update: 0, unchanged, skip: 0, reject: 0 });
        read += unchanged;
      }
      expect(read).toBe(rows);
    },
  );

  it.each(languages)(
    'EX-1 no two columns, and no two values of a column, are called alike in %s',
    (language) => {
      const { headers, values } = exportWordsIn(language);
      const lists = [Object.values(headers), ...Object.values(values).map((words) => Object.values(words))];
      for (const words of lists) expect(new Set(words.map(foldWord)).size, words.join()).toBe(words.length);
    },
  );
});
