import type { Command } from 'commander';
import { EvaluationError, evaluateCsv } from '../engines/lead-rating/index.ts';

/** The exit code when the table or an option is at fault. */
const badInput = 2;

/** `leadlight model …`: anyone can check on their own data, or on public data, what the rating model can do. */
export function addModelCommands(program: Command): void {
  const model = program.command('model').description('the model that rates leads');
  model
    .command('evaluate')
    .description('train and measure the rating model on a table of leads; prints JSON; needs no database')
    .requiredOption('--csv <file>', 'a CSV file with a header')
    .requiredOption('--outcome <column>', 'the column that says 1/0, yes/no, true/false or won/lost')
    .option('--won <value>', 'the one value that means won, where the column says something else')
    .option('--time <column>', 'the column that says when a lead came: the newest quarter is held out')
    .option('--held-out <share>', 'the share of rows to measure on, 0.05 to 0.5', Number, 0.25)
    .option(
      '--keep <column>',
      'a column to use although it moves with time; may be given more than once',
      gather,
      [],
    )
    .option('--drop <column>', 'a column not to use; may be given more than once', gather, [])
    .action(evaluate);
}

function gather(column: string, columns: string[]): string[] {
  return [...columns, column];
}

interface Options {
  readonly csv: string;
  readonly outcome: string;
  readonly won?: string;
  readonly time?: string;
  readonly heldOut: number;
  readonly keep: string[];
  readonly drop: string[];
}

async function evaluate({ csv: file, heldOut: heldOutShare, ...options }: Options) {
  try {
    console.log(JSON.stringify(await evaluateCsv({ file, heldOutShare, ...options }), null, 2));
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    console.error(`Leadlight: ${error.message}`);
    process.exitCode = badInput;
  }
}
