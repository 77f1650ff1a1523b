import { isIP, isIPv6 } from 'node:net';

/** A name server to query. */
export interface DnsServer {
  readonly address: string;
  readonly port: number;
}

/**
 * Reads `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`, as node:dns writes them; undefined when
 * it is none of these.
 */
export function parseDnsServer(text: string): DnsServer | undefined {
  if (isIP(text)) return { address: text, port: 53 };
  const [, inBrackets, plain, digits = '53'] = /^(?:\[(.+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = inBrackets ?? plain ?? '';
  const port = Number(digits);
  const isAddress = inBrackets === undefined ? isIP(address) === 4 : isIPv6(address);
  return isAddress && port > 0 && port < 65_536 ? { address, port } : undefined;
}
