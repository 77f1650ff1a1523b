import { type ProviderAnswer, type ProviderQuestion, parseJson } from '../providers/ask-provider.ts';
import type { AskProvider } from '../providers/spared-provider.ts';
import { type SilentProvider, silent } from './reachability.ts';

/** What came back, or why nothing did. */
export type JsonAnswer =
  | { readonly answered: true; readonly value: unknown }
  | { readonly answered: false; readonly silence: SilentProvider };

const minuteSeconds = 60;
const quarterSeconds = 15 * minuteSeconds;

/**
 * Queries a phone provider and parses its JSON answer. Every other outcome is silence (CV-4), in a sentence that names
 * the provider. Never rejects; ends within the time limit.
 */
export async function askJson(
  { name, ask }: { readonly name: string; readonly ask: AskProvider },
  question: ProviderQuestion,
): Promise<JsonAnswer> {
  const answer = await ask(question);
  if (answer.kind !== 'answered')
    return { answered: false, silence: silenceOf(name, answer, question.timeoutMs) };
  const value = parseJson(answer.text);
  if (value !== undefined) return { answered: true, value };
  const detail = `The answer of ${name} could not be read.`;
  return { answered: false, silence: silent('not-json', detail, quarterSeconds) };
}

type NoAnswer = Exclude<ProviderAnswer, { kind: 'answered' }>;

function silenceOf(provider: string, answer: NoAnswer, timeoutMs: number): SilentProvider {
  switch (answer.kind) {
    case 'refused':
      return refusal(provider, answer);
    case 'spared': {
      const detail = `${provider} can't be asked right now. We'll ask again later.`;
      return silent('provider-paused', detail, answer.retryAfterSeconds);
    }
    case 'too-large':
      return silent('too-large', `The answer of ${provider} was too long to be one.`, quarterSeconds);
    case 'cancelled':
      return silent('cancelled', 'The check was stopped.', minuteSeconds);
    case 'timeout': {
      const detail = `${provider} did not answer within ${timeoutMs / 1000} seconds.`;
      return silent('timeout', detail, quarterSeconds);
    }
    case 'no-connection':
      return silent('no-connection', `${provider} could not be reached.`, quarterSeconds);
  }
}

function refusal(
  provider: string,
  { status, retryAfterSeconds }: Extract<NoAnswer, { kind: 'refused' }>,
): SilentProvider {
  const code = `http-${status}`;
  if (status === 429)
    return silent(code, `${provider} is asked too often.`, retryAfterSeconds ?? 5 * minuteSeconds);
  if (status === 401 || status === 403)
    return silent(code, `${provider} does not accept our credentials.`, 60 * minuteSeconds);
  return silent(code, `${provider} answered with status ${status}.`, retryAfterSeconds ?? quarterSeconds);
}
