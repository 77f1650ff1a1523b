import { request } from 'node:http';
import { residentBytes } from './processes.ts';
import { round } from './statistics.ts';

/** A whole export, counted and thrown away, while the memory of the serving process is watched. */
export async function benchExport(address: string, cookie: string, pid: number) {
  const before = await residentBytes(pid);
  let peak = before;
  const watch = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      peak = Math.max(peak, bytes);
    });
  }, 20);
  const begun = performance.now();
  const { rows, bytes } = await readExport(`${address}/api/v1/leads/export?tab=marketplace`, cookie);
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  return {
    rows,
    megabytes: round(bytes / 1e6, 1),
    rowsPerSecond: round(rows / seconds, 0),
    residentBeforeMb: round(before / 1e6, 0),
    residentGrowthMb: round((peak - before) / 1e6, 0),
  };
}

function readExport(address: string, cookie: string): Promise<{ rows: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve({ rows: Number(response.headers['x-total-rows']), bytes }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
