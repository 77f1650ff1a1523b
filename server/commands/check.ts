import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isCountryCode, toCountryCode } from '../../contract/countries.ts';
import { checkPhone, createCheckers, readAddress, type Verdict } from '../engines/contact-verifier/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLogger } from '../platform/log.ts';
import { StartError } from './runtime.ts';

/** Inputs checked concurrently; the answers keep the order of the inputs. */
const sideBySide = 256;

/** `check email` and `check phone`: one input per line, one JSON object per line; no database. */
export function registerCheckCommands(program: Command): void {
  const check = program
    .command('check')
    .description('check email addresses or phone numbers, one a line from standard input');
  check
    .command('email')
    .description('writes {input, validity, evidence, address} for each address')
    .addOption(new Option('--mode <mode>', 'how far to go').choices(['syntax', 'dns', 'smtp']).default('dns'))
    .action(({ mode }: { mode: string }) => checkEmails(mode, process.env, process.stdin, process.stdout));
  check
    .command('phone')
    .description('writes {input, validity, evidence, e164, extension} for each number')
    .option('--country <code>', 'the country that numbers without a country code are read by', countryCode)
    .action(({ country }: { country?: string }) =>
      checkLines(process.stdin, process.stdout, async (input) => {
        const { validity, evidence, e164, extension } = checkPhone(input, {
          country: country ?? null,
          now: new Date(),
        });
        return { input, validity, evidence, e164, extension };
      }),
    );
}

function countryCode(value: string): string {
  const code = toCountryCode(value);
  if (!isCountryCode(code))
    throw new InvalidArgumentError('A country is a code of ISO 3166, such as DE; the United Kingdom is GB.');
  return code;
}

async function checkEmails(
  mode: string,
  env: NodeJS.ProcessEnv,
  input: Readable,
  output: Writable,
): Promise<void> {
  if (mode === 'smtp' && !env.LEADLIGHT_SMTP_HELLO_NAME)
    throw new StartError(
      'Mail servers want to know who asks: set LEADLIGHT_SMTP_HELLO_NAME to the public name of this machine.',
    );
  const config = readConfig({ ...env, LEADLIGHT_EMAIL_CHECKS: mode });
  const settings = config.contactChecks;
  const checkers = createCheckers({
    settings,
    clock: systemClock,
    log: createLogger('warn', process.stderr),
  });
  const email = checkers.email(null);
  await checkLines(input, output, async (line) => {
    const { validity, evidence }: Verdict<string> = await email.check(line);
    const { address } = readAddress(line);
    return { input: line, validity, evidence, address: address.ok ? address.address : null };
  });
}

/**
 * Checks every line, a bounded number concurrently, and writes the answers in the order of the lines. Ends early when
 * nobody reads the answers any more, as behind `head`; the watcher of the output reports that at the end.
 */
export async function checkLines(
  input: Readable,
  output: Writable,
  check: (line: string) => Promise<object>,
): Promise<void> {
  const waiting: Promise<object>[] = [];
  let isRead = true;
  const noteReaderGone = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isRead = false;
  };
  // Not removed: the pipe may report its end after the last answer was written.
  output.on('error', noteReaderGone);
  const writeNext = async () => {
    const answer = await waiting.shift();
    if (!answer || !isRead || output.write(`${JSON.stringify(answer)}\n`)) return;
    await once(output, 'drain').catch(noteReaderGone);
  };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    waiting.push(check(line));
    if (waiting.length >= sideBySide) await writeNext();
    if (!isRead) break;
  }
  while (waiting.length > 0) await writeNext();
}
