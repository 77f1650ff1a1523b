export interface ProviderQuestion {
  readonly url: URL | string;
  readonly method: 'GET' | 'POST';
  readonly headers: Headers | Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * The registered domain whose servers the provider contacts to answer this: they may keep it waiting. undefined: it
   * answers on its own.
   */
  readonly about?: string | undefined;
  /** The organization whose lead it is about. undefined: none. */
  readonly organizationId?: string | undefined;
  /** For the whole exchange: connecting, headers and the last byte of the body. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** The outcome of an HTTP query: what came back, or why nothing did. */
export type ProviderAnswer =
  | { readonly kind: 'answered'; readonly text: string }
  /** Any status other than 200; `retryAfterSeconds` null: the provider does not say when to come back. */
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfterSeconds: number | null }
  /** Not queried, because it gave no answers just now or had too much to do. */
  | { readonly kind: 'spared'; readonly retryAfterSeconds: number }
  | { readonly kind: 'too-large' | 'timeout' | 'cancelled' | 'no-connection' };

/** The answers of all providers are a few hundred or thousand bytes long. */
const maxAnswerBytes = 64 * 1024;

/**
 * Queries a provider over HTTP and accepts an answer of at most 64 KB, of which hardly more is ever read. Redirects are
 * refused: following one would send the contact, and our credentials, to a place that nobody configured. Never rejects;
 * ends within the time limit (CV-4).
 */
export async function askProvider(question: ProviderQuestion): Promise<ProviderAnswer> {
  const { url, method, headers, body = null, signal: cancelled } = question;
  const deadline = AbortSignal.timeout(question.timeoutMs);
  const signal = cancelled ? AbortSignal.any([deadline, cancelled]) : deadline;
  try {
    const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
    if (response.status !== 200) {
      // A body that cannot even be canceled does not change the answer.
      await response.body?.cancel().catch(() => undefined);
      return { kind: 'refused', status: response.status, retryAfterSeconds: readRetryAfter(response) };
    }
    const text = await readBounded(response);
    return text === undefined ? { kind: 'too-large' } : { kind: 'answered', text };
  } catch {
    if (cancelled?.aborted) return { kind: 'cancelled' };
    return { kind: deadline.aborted ? 'timeout' : 'no-connection' };
  }
}

/** The value of a JSON text; undefined when it is not valid JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const minuteSeconds = 60;
const daySeconds = 86_400;

/** RFC 9110 Retry-After in seconds, from a minute to a day; a date counts as not given. */
function readRetryAfter(response: Response): number | null {
  const header = response.headers.get('retry-after') ?? '';
  return /^\d{1,9}$/.test(header) ? Math.min(Math.max(Number(header), minuteSeconds), daySeconds) : null;
}

async function readBounded(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxAnswerBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
