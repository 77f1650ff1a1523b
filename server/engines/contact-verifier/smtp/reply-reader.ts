import type { SmtpReply } from './replies.ts';
import { SmtpTrouble } from './smtp-trouble.ts';

/** RFC 5321, section 4.5.3.1.5 allows 512; some servers are chattier. */
const longestLineBytes = 2048;
const mostLines = 128;

const lineShape = /^([2-5]\d{2})([ -]|$)(.*)$/;
const enhancedShape = /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/;
/** Some servers put the code at the end of the text: `no mailbox here by that name (#5.1.1)`. */
const enhancedInWords = /\(#([245]\.\d{1,3}\.\d{1,3})\)/;

/** Assembles the bytes of a mail server into replies, within a limit on lines and replies. */
export class ReplyReader {
  private rest: Buffer = Buffer.alloc(0);
  private lines: string[] = [];
  private code = '';
  private reply: SmtpReply | undefined;

  /**
   * Adds received bytes.
   * @throws SmtpTrouble when they are too long, not SMTP, or more than the one expected reply
   */
  push(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    for (let end = this.rest.indexOf(10); end !== -1; end = this.rest.indexOf(10)) {
      if (end > longestLineBytes) throw new SmtpTrouble('line-too-long');
      const line = this.rest.subarray(0, end).toString('utf8').replace(/\r$/, '');
      this.rest = this.rest.subarray(end + 1);
      this.takeLine(line);
    }
    if (this.rest.length > longestLineBytes) throw new SmtpTrouble('line-too-long');
  }

  /** The complete reply, once. */
  take(): SmtpReply | undefined {
    const reply = this.reply;
    this.reply = undefined;
    return reply;
  }

  /** True when the server has sent something that nobody has taken yet, even half a line. */
  get hasUnread(): boolean {
    return this.rest.length > 0 || this.lines.length > 0 || this.reply !== undefined;
  }

  private takeLine(line: string): void {
    const [, code = '', mark, words = ''] = lineShape.exec(line) ?? [];
    if (code === '' || (this.lines.length > 0 && code !== this.code)) throw new SmtpTrouble('not-smtp');
    if (this.reply) throw new SmtpTrouble('out-of-turn');
    this.code = code;
    this.lines.push(words);
    if (this.lines.length > mostLines) throw new SmtpTrouble('reply-too-long');
    if (mark === '-') return;
    this.reply = toReply(Number(code), this.lines);
    this.lines = [];
  }
}

function toReply(code: number, lines: readonly string[]): SmtpReply {
  const text = lines.join('\n');
  const [, enhanced] = enhancedShape.exec(text) ?? enhancedInWords.exec(text) ?? [];
  return { code, enhanced: enhanced ?? null, text };
}
