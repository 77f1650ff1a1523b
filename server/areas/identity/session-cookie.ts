import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionHours } from './identity.service.ts';

/** The cookie that carries the session's token. */
export class SessionCookie {
  /**
   * With https the browser accepts it only from this exact host: no other host of the domain, and nobody on an
   * unencrypted connection, can plant their own session (`__Host-`, RFC 6265bis).
   */
  readonly name: string;
  private readonly secure: boolean;

  constructor(publicUrl: string) {
    this.secure = publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-leadlight_session' : 'leadlight_session';
  }

  /** The token that the browser sent; undefined: it has none. */
  tokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.name] || undefined;
  }

  /** Sets the session in the browser. */
  set(reply: FastifyReply, token: string): void {
    reply.setCookie(this.name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
      maxAge: sessionHours * 3600,
    });
  }

  /** Removes the session from the browser. */
  clear(reply: FastifyReply): void {
    reply.clearCookie(this.name, { path: '/', secure: this.secure });
  }
}
