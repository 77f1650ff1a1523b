import { Command, CommanderError } from 'commander';
import { registerCheckCommands } from './commands/check.ts';
import { demo, migrate } from './commands/database.ts';
import { doctor } from './commands/doctor.ts';
import { addModelCommands } from './commands/model.ts';
import { watchOutput } from './commands/output.ts';
import { StartError } from './commands/runtime.ts';
import { registerSetupCommands } from './commands/setup.ts';
import { serve, start, work } from './commands/start.ts';
import { travel } from './commands/travel.ts';
import { ConfigError } from './platform/config.ts';
import { MigrationError } from './platform/database/migrate.ts';
import { DatabaseUnusable, isDatabaseAway, isDiskFull, wordTrouble } from './platform/database/trouble.ts';
import { EmbeddedPostgresError } from './platform/embedded-postgres/index.ts';

const program = new Command('leadlight').description('The desk for partner leads.').showHelpAfterError();

program
  .command('start')
  .description('everything in one process: database, API, web app, worker')
  .action(() => start(process.env));
program
  .command('serve')
  .description('API and web app only; needs DATABASE_URL')
  .action(() => serve(process.env));
program
  .command('work')
  .description('the worker only; needs DATABASE_URL')
  .action(() => work(process.env));
program
  .command('migrate')
  .description('bring the database to this version')
  .action(() => migrate(process.env));
program
  .command('demo')
  .description('load the demo into an empty database, and say who can sign in')
  .option('--travel <time>', 'move the demo’s clock ahead: 3d, 12h, 30m; 0 sets it back to the machine’s')
  .action((options: { travel?: string }) =>
    options.travel === undefined ? demo(process.env) : travel(process.env, options.travel),
  );
program
  .command('doctor')
  .description('check the installation and say what is wrong')
  .action(() => doctor(process.env));

registerSetupCommands(program);
registerCheckCommands(program);
addModelCommands(program);

/** The sentence that explains an error; undefined: it is a defect and shows its stack. */
function explain(error: unknown): string | undefined {
  if (isDiskFull(error))
    return 'The disk of the database is full. Free some space and start Leadlight again.';
  const explained = [StartError, ConfigError, MigrationError, EmbeddedPostgresError, DatabaseUnusable];
  if (error instanceof Error && explained.some((kind) => error instanceof kind)) return error.message;
  if (isDatabaseAway(error))
    return `The database went away: ${wordTrouble(error)}. Start it, then start Leadlight again.`;
  return undefined;
}

/** Help and wrong options end here, too, so that their text is written out like everything else. */
function overrideExits(command: Command): void {
  command.exitOverride();
  for (const below of command.commands) overrideExits(below);
}
overrideExits(program);

const output = watchOutput([process.stdout, process.stderr]);
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else {
    const sentence = explain(error);
    console.error(sentence === undefined ? error : `Leadlight: ${sentence}`);
    process.exitCode = 1;
  }
}
// Whatever is still open (name servers, idle connections) does not matter; what was written does.
const lost = await output.settle();
process.exit(lost ?? process.exitCode ?? 0);
