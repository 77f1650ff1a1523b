import { describe, expect, it } from 'vitest';
import { testNow } from '../../../../test/server.ts';
import { ExportLines } from './lead-export-lines.ts';
import { wholePlan } from './lead-export-plan.sql.ts';

/** A row as PostgreSQL copies it out: three facts, then what is selected for the columns. */
function row(facts: readonly string[], text: string): string {
  const quoted = new Set<string>(wholePlan.quoted);
  const cells = wholePlan.selectList
    .slice(facts.length)
    .map(({ alias }) => (quoted.has(String(alias)) ? text : ''));
  return `${[...facts, ...cells].join(',')}\n`;
}

describe('EX-1: lines of an export', () => {
  const rows = Buffer.from(
    row(['Accepted', 't', ''], '"a;b, ""c""\n=1 日本"') +
      row(['Received', 't', '2026-01-01 00:00:00+00'], '"Ada"') +
      row(['', 'f', ''], '"x"'),
  );
  const whole = new ExportLines(testNow, wholePlan).write(rows).toString('utf8');

  it('EX-1 are the same wherever the parts of the answer are cut', () => {
    for (let cut = 0; cut <= rows.length; cut++) {
      const lines = new ExportLines(testNow, wholePlan);
      const written = Buffer.concat([lines.write(rows.subarray(0, cut)), lines.write(rows.subarray(cut))]);
      expect([lines.rows, written.toString('utf8')]).toEqual([3, whole]);
    }
  });

  it('LC-4 hold contacts only where they may be shown', () => {
    const [accepted, expired, noConsent] = whole.split('\r\n');
    expect(accepted).toContain('日本');
    expect(expired).toContain('Archived,Expired,');
    expect(expired?.match(/"Ada"/g)?.length).toBeLessThan(accepted?.match(/日本/g)?.length ?? 0);
    expect(noConsent).toContain(',NoConsent,');
  });

  it('EX-1 count a row only when its end has arrived', () => {
    const lines = new ExportLines(testNow, wholePlan);
    expect([lines.write(rows.subarray(0, -1)).length > 0, lines.rows]).toEqual([true, 2]);
  });
});
