import {
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { MailFrame } from './frame/frame.ts';
import type { MailText } from './kinds/mail-text.ts';

/**
 * Every email in HTML: words on a plain background, without images or anything else to load. Colors are set on a light
 * background that mail clients darken by themselves; those that support a dark style get one.
 */
export function MailLayout({ text, frame }: { text: MailText; frame: MailFrame }) {
  return (
    <Html lang={frame.language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyle}</style>
      </Head>
      <Preview>{previewOf(text)}</Preview>
      {/* The library’s own body paints a second background that no dark style reaches. */}
      <body className="ground" style={styles.ground}>
        <Container style={styles.container}>
          <Text className="quiet" style={styles.product}>
            Leadlight
          </Text>
          <Section className="card" style={styles.card}>
            <Heading as="h1" className="strong" style={styles.heading}>
              {text.heading}
            </Heading>
            {text.paragraphs.map((paragraph) => (
              <Text key={paragraph} className="strong" style={styles.text}>
                {paragraph}
              </Text>
            ))}
            {text.lines?.map((line, index) => (
              <Section key={`${line.href} ${index.toString()}`} className="line" style={styles.line}>
                <Link href={line.href} className="link" style={styles.lineTitle}>
                  {line.title}
                </Link>
                <Text className="quiet" style={styles.lineDetails}>
                  {line.details.join(' · ')}
                </Text>
              </Section>
            ))}
            {text.after && (
              <Text className="strong" style={styles.text}>
                {text.after}
              </Text>
            )}
            {text.buttons?.map(({ label, href }) => (
              <Button key={href} href={href} className="button" style={styles.button}>
                {label}
              </Button>
            ))}
            {text.closing?.map((paragraph) => (
              <Text key={paragraph} className="quiet" style={styles.closing}>
                {paragraph}
              </Text>
            ))}
          </Section>
          <Hr className="rule" style={styles.rule} />
          <Text className="quiet" style={styles.footer}>
            {frame.timesIn && `${frame.timesIn} `}
            {frame.footer}
            {frame.settings && (
              <>
                {' '}
                <Link href={frame.settings.href} className="link" style={styles.footerLink}>
                  {frame.settings.label}
                </Link>
              </>
            )}
            {frame.unsubscribe && (
              <>
                {' · '}
                <Link href={frame.unsubscribe.href} className="link" style={styles.footerLink}>
                  {frame.unsubscribe.label}
                </Link>
              </>
            )}
          </Text>
        </Container>
      </body>
    </Html>
  );
}

/** What a mailbox shows next to the subject. */
export function previewOf({ heading, lines, paragraphs }: MailText): string {
  const first = lines?.[0];
  return first ? `${first.title} · ${first.details.join(' · ')}` : (paragraphs[0] ?? heading);
}

const font = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const styles = {
  ground: { backgroundColor: '#f4f7f7', fontFamily: font, margin: 0, padding: '24px 12px' },
  container: { maxWidth: '560px', margin: '0 auto' },
  product: {
    color: '#56686f',
    fontSize: '13px',
    fontWeight: 600,
    letterSpacing: '0.02em',
    margin: '0 0 10px',
  },
  card: {
    backgroundColor: '#ffffff',
    border: '1px solid #dde5e7',
    borderRadius: '8px',
    padding: '22px 24px',
  },
  heading: { color: '#162125', fontSize: '20px', lineHeight: '27px', fontWeight: 600, margin: '0 0 12px' },
  text: { color: '#162125', fontSize: '15px', lineHeight: '23px', margin: '0 0 12px' },
  line: { borderTop: '1px solid #dde5e7', padding: '11px 0' },
  lineTitle: { color: '#0e5c61', fontSize: '15px', fontWeight: 600, textDecoration: 'none' },
  lineDetails: { color: '#56686f', fontSize: '13px', lineHeight: '19px', margin: '3px 0 0' },
  button: {
    backgroundColor: '#0e5c61',
    color: '#ffffff',
    fontSize: '15px',
    fontWeight: 600,
    borderRadius: '6px',
    padding: '11px 18px',
    margin: '10px 10px 4px 0',
    textDecoration: 'none',
  },
  closing: { color: '#56686f', fontSize: '13px', lineHeight: '19px', margin: '12px 0 0' },
  rule: { borderColor: '#dde5e7', margin: '18px 0 10px' },
  footer: { color: '#56686f', fontSize: '12px', lineHeight: '18px', margin: 0 },
  footerLink: { color: '#0e5c61' },
} as const;

const darkStyle = `
@media (prefers-color-scheme: dark) {
  .ground { background-color: #12191c !important; }
  .card { background-color: #182124 !important; border-color: #2a383d !important; }
  .strong { color: #dde5e7 !important; }
  .quiet { color: #9aaaaf !important; }
  .link { color: #79c7c9 !important; }
  .line { border-color: #2a383d !important; }
  .rule { border-color: #2a383d !important; }
  .button { background-color: #79c7c9 !important; color: #12191c !important; }
}
@media (max-width: 480px) { .card { padding: 18px 16px !important; } }
`;
