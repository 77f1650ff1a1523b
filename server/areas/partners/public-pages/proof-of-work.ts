import { createHmac } from 'node:crypto';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { z } from 'zod';

/**
 * Each key costs `roundsPerKey` rounds of SHA-256, and the solution is between these counters: at most 60,000 rounds, a
 * fraction of a second in a browser and about one second on a slow phone, while the person is still typing.
 */
const roundsPerKey = 10;
const counters = { least: 2000, most: 6000 };

const hex = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[0-9a-f]*$/);

/** What our solver sends: base64 of this as JSON, the payload of ALTCHA's second version. */
const payload = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal('SHA-256'),
      cost: z.literal(roundsPerKey),
      data: z.strictObject({ form: z.string().max(100) }),
      keyLength: z.literal(32),
      keyPrefix: hex(64),
      keySignature: hex(128),
      nonce: hex(64),
      salt: hex(64),
    }),
    signature: hex(128),
  }),
  solution: z.object({ counter: z.number(), derivedKey: hex(64) }),
});

const mostPayloadCharacters = 4000;

/** A challenge for one rendered form, as JSON for its solver. It is valid as long as the form's own signature. */
export async function challengeFor(secret: Buffer, formKey: string): Promise<string> {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    cost: roundsPerKey,
    counter: randomInt(counters.most, counters.least),
    data: { form: formKey },
    deriveKey,
    ...secretsFrom(secret),
  });
  return JSON.stringify(challenge);
}

/**
 * Whether this solves the challenge of this form. Returns a verdict for any text, at the cost of at most two
 * signatures; {@link FormProtection} checks whether it was used before.
 */
export async function provesWork(secret: Buffer, formKey: string, sent: string): Promise<boolean> {
  const parsed = payload.safeParse(decode(sent));
  if (!parsed.success || parsed.data.challenge.parameters.data.form !== formKey) return false;
  const { challenge, solution } = parsed.data;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secretsFrom(secret) });
  return verified;
}

/** Separate keys, so that a signature of one kind is never accepted as another. */
function secretsFrom(secret: Buffer) {
  const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('hex');
  return { hmacSignatureSecret: derive('altcha challenge'), hmacKeySignatureSecret: derive('altcha key') };
}

function decode(sent: string): unknown {
  if (sent.length > mostPayloadCharacters) return undefined;
  try {
    return JSON.parse(Buffer.from(sent, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
