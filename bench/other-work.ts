import { readdirSync, readFileSync } from 'node:fs';

/** Processor time in clock ticks: of the whole machine, busy and total, and of this program with its children. */
export interface ProcessorTime {
  readonly working: number;
  readonly total: number;
  readonly ours: number;
}

/** Reads the machine's counters now; undefined where there is no /proc. */
export function readProcessorTime(): ProcessorTime | undefined {
  try {
    const fields = (/^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '')
      .split(' ')
      .map(Number);
    const [
      user = 0,
      nice = 0,
      system = 0,
      idle = 0,
      waiting = 0,
      interrupts = 0,
      softInterrupts = 0,
      stolen = 0,
    ] = fields;
    const working = user + nice + system + interrupts + softInterrupts + stolen;
    return { working, total: working + idle + waiting, ours: ticksOfTree(process.pid) };
  } catch {
    return undefined;
  }
}

/** The share (0–1) of the machine that others used between two readings. */
export function shareOfOthers(before: ProcessorTime, after: ProcessorTime): number {
  const others = after.working - before.working - (after.ours - before.ours);
  return Math.min(1, Math.max(0, others / Math.max(1, after.total - before.total)));
}

/**
 * Ticks of a process and all its descendants; children that have ended count through the parent that waited for them.
 */
function ticksOfTree(root: number): number {
  const parents = new Map<number, number>();
  const ticks = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(Number(name));
    if (!stat) continue;
    parents.set(Number(name), stat.parent);
    ticks.set(Number(name), stat.ticks);
  }
  let sum = 0;
  for (const [pid, own] of ticks) {
    let ancestor: number | undefined = pid;
    while (ancestor !== undefined && ancestor !== root && ancestor > 1) ancestor = parents.get(ancestor);
    if (ancestor === root) sum += own;
  }
  return sum;
}

function readStat(pid: number): { parent: number; ticks: number } | undefined {
  try {
    // The name in brackets may itself contain blanks and brackets: the fields come after the last one.
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
    return { parent: fields[1] ?? 0, ticks };
  } catch {
    return undefined; // it has just ended
  }
}
