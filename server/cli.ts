import { Command } from 'commander';
import { registerCheckCommands } from './commands/check.ts';
import { demo, migrate } from './commands/database.ts';
import { doctor } from './commands/doctor.ts';
import { addModelCommands } from './commands/model.ts';
import { StartError } from './commands/runtime.ts';
import { registerSetupCommands } from './commands/setup.ts';
import { serve, start, work } from './commands/start.ts';
import { travel } from './commands/travel.ts';
import { ConfigError } from './platform/config.ts';
import { MigrationError } from './platform/database/migrate.ts';
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
  .description('look at the installation and say what is wrong')
  .action(() => doctor(process.env));

registerSetupCommands(program);
registerCheckCommands(program);
addModelCommands(program);

/** Errors that a sentence explains; everything else is a defect and shows its stack. */
function isExplained(error: unknown): error is Error {
  return [StartError, ConfigError, MigrationError, EmbeddedPostgresError].some(
    (kind) => error instanceof kind,
  );
}

try {
  await program.parseAsync();
  process.exit();
} catch (error) {
  console.error(isExplained(error) ? `Leadlight: ${error.message}` : error);
  process.exit(1);
}
