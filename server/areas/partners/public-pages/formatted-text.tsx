import { createElement, type ReactNode } from 'react';

/** A paragraph or a list; each line as it was written. */
export interface Block {
  readonly kind: 'paragraph' | 'list';
  readonly lines: readonly string[];
}

const entry = /^\s*-\s+/;
const kindOf = (line: string): Block['kind'] => (entry.test(line) ? 'list' : 'paragraph');

/**
 * Paragraphs and lists of a text: a blank line ends both, and a line that begins with “- ” is an entry of a list (OF-2).
 */
export function blocksOf(text: string): Block[] {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  return parts.flatMap((part) => {
    const blocks: { kind: Block['kind']; lines: string[] }[] = [];
    for (const line of part.split('\n').filter((one) => one.trim() !== '')) {
      const [kind, written] = [kindOf(line), line.replace(entry, '').trim()];
      const last = blocks.at(-1);
      if (last?.kind === kind) last.lines.push(written);
      else blocks.push({ kind, lines: [written] });
    }
    return blocks;
  });
}

/** A line with its bold words: every second part stood between two pairs of asterisks. */
function wordsOf(line: string): ReactNode[] {
  return line
    .split(/\*\*([^*]+)\*\*/)
    .map((part, index) => (index % 2 === 1 ? createElement('strong', null, part) : part));
}

// Children that are given one by one need no keys: static markup never changes.
function blockElement({ kind, lines }: Block): ReactNode {
  const own = { dir: 'auto' };
  if (kind === 'list')
    return createElement('ul', null, ...lines.map((line) => createElement('li', own, ...wordsOf(line))));
  const written = lines.flatMap((line, place) => (place === 0 ? wordsOf(line) : ['\n', ...wordsOf(line)]));
  return createElement('p', own, ...written);
}

/** Text with paragraphs, lists and bold words, each with its own reading direction. */
export function FormattedText({ text }: { text: string }) {
  return createElement('div', { className: 'prose' }, ...blocksOf(text).map(blockElement));
}
