import { createHash } from 'node:crypto';

/**
 * The one script of the public pages: solves the form's challenge in a worker while the customer types, and puts the
 * solution into a hidden field. The same file runs in the page and in the worker. It implements SHA-256 (FIPS 180-4)
 * itself, since browsers offer theirs only on https pages; a key is SHA-256 of salt, nonce and counter, hashed
 * repeatedly.
 */
export const formScript = `'use strict';
(() => {
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (root) => ((root % 1) * 2 ** 32) | 0;
  const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
  const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const words = new Int32Array(64);
  const digest = new Int32Array(8);

  // Hashes the message whose first words are in the array already, and whose length is given in words.
  function hashWords(length) {
    words.fill(0, length, 16);
    words[length] = 0x80000000;
    words[15] = length * 32;
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15];
      const y = words[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
    }
    let a = start[0], b = start[1], c = start[2], d = start[3];
    let e = start[4], f = start[5], g = start[6], h = start[7];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    digest[0] = start[0] + a; digest[1] = start[1] + b; digest[2] = start[2] + c; digest[3] = start[3] + d;
    digest[4] = start[4] + e; digest[5] = start[5] + f; digest[6] = start[6] + g; digest[7] = start[7] + h;
  }

  const wordsOf = (hex) => hex.match(/.{8}/g).map((part) => parseInt(part, 16) | 0);
  const hexOf = () => Array.from(digest, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

  function solve({ salt, nonce, cost, keyPrefix }) {
    const head = [...wordsOf(salt), ...wordsOf(nonce)];
    const first = keyPrefix.slice(0, 8);
    const [wanted, unwantedBits] = [parseInt(first, 16), 32 - 4 * first.length];
    for (let counter = 0; counter < 2 ** 32; counter++) {
      words.set(head);
      words[head.length] = counter;
      hashWords(head.length + 1);
      for (let round = 1; round < cost; round++) {
        words.set(digest);
        hashWords(8);
      }
      if (digest[0] >>> unwantedBits === wanted && hexOf().startsWith(keyPrefix)) return { counter, derivedKey: hexOf() };
    }
    return null;
  }

  if (typeof document === 'undefined') {
    self.onmessage = (event) => self.postMessage(solve(event.data));
    return;
  }

  const form = document.querySelector('form[data-challenge]');
  if (!form) return;
  const challenge = JSON.parse(form.dataset.challenge);
  let settled = false;
  let held = false;
  let worker;
  // Without a solution the form is sent as from a browser without scripts.
  const settle = (solution) => {
    if (settled) return;
    settled = true;
    worker.terminate();
    if (solution) form.elements.proof.value = btoa(JSON.stringify({ challenge, solution }));
    if (held) form.submit();
  };
  try {
    worker = new Worker(document.currentScript.src);
  } catch {
    return;
  }
  worker.onmessage = (event) => settle(event.data);
  worker.onerror = () => settle(null);
  worker.postMessage(challenge.parameters);
  form.addEventListener('submit', (event) => {
    if (settled) return;
    event.preventDefault();
    if (held) return;
    held = true;
    form.setAttribute('aria-busy', 'true');
    setTimeout(settle, 5000, null);
  });
})();
`;

const version = createHash('sha256').update(formScript).digest('hex').slice(0, 16);

/** The path of the script; its URL adds a hash of the content, so it may be cached forever. */
export const formScriptPath = '/public/form.js';
export const formScriptHref = `${formScriptPath}?v=${version}`;

/** How long a response may be cached: during an upgrade, another version's URL must not keep this content. */
export function formScriptCaching(askedVersion: string | undefined): string {
  return askedVersion === version ? 'public, max-age=31536000, immutable' : 'no-store';
}
