import { runInNewContext } from 'node:vm';
import type { Challenge, Solution } from 'altcha-lib';
import type { TestServer } from '../../../../test/server.ts';
import { formScript } from './form-script.ts';
import { minimumFillSeconds } from './form-token.ts';

/** A public form as a browser reads it. */
export interface OpenForm {
  /** The hidden fields, by name. */
  readonly fields: Record<string, string>;
  readonly challenge: Challenge;
  /** The value of the field `proof` once the challenge is solved. */
  solve(): string;
}

/** Opens a public page, reads its form, and advances the time by as long as a person needs to fill it in. */
export async function openPublicForm(server: TestServer, path: string): Promise<OpenForm> {
  const { text } = await server.request('GET', path);
  const form = readPublicForm(text);
  server.clock.set(new Date(server.clock.now().getTime() + minimumFillSeconds * 1000));
  return form;
}

/** Reads the form of a page. */
export function readPublicForm(html: string): OpenForm {
  const hidden = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  const fields = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
  const written = /data-challenge="([^"]*)"/.exec(html)?.[1] ?? '{}';
  const challenge = JSON.parse(written.replaceAll('&quot;', '"')) as Challenge;
  const solve = () => {
    const payload = { challenge, solution: solveInWorker(challenge.parameters) };
    return Buffer.from(JSON.stringify(payload)).toString('base64');
  };
  return { fields, challenge, solve };
}

/** Solves a challenge with the script of the pages, as it runs in a worker. */
export function solveInWorker(parameters: Challenge['parameters']): Solution {
  const answers: Solution[] = [];
  const worker = {
    onmessage: (_event: { data: unknown }) => {},
    postMessage: (solution: Solution) => answers.push(solution),
  };
  runInNewContext(formScript, { self: worker });
  worker.onmessage({ data: parameters });
  const [solution] = answers;
  if (!solution) throw new Error('the script found no solution');
  // The worker's objects belong to another realm.
  return { counter: solution.counter, derivedKey: solution.derivedKey };
}
