import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, runCommand, untilReady } from './processes.ts';
import { round } from './statistics.ts';

/** From the command to the first answer: in an empty data folder with the demo, and again with existing data. */
export async function benchStart() {
  const data = await mkdtemp(join(tmpdir(), 'leadlight-bench-start-'));
  const port = await freePort();
  const seconds: number[] = [];
  for (let run = 0; run < 2; run++) {
    const begun = performance.now();
    const running = await runCommand('start', { LEADLIGHT_DATA: data, PORT: String(port) });
    await untilReady(`http://127.0.0.1:${port}`);
    seconds.push((performance.now() - begun) / 1000);
    await running.stop();
  }
  await rm(data, { recursive: true, force: true });
  return { firstSeconds: round(seconds[0] ?? Number.NaN), warmSeconds: round(seconds[1] ?? Number.NaN) };
}
