import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectPicture, PictureError, type PictureLimits, redrawPicture } from './index.ts';

const limits: PictureLimits = { formats: ['gif', 'jpeg', 'png'], mostWidth: 300, mostPixels: 40_000_000 };
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#15545b' } });
const small = [{ format: 'png', box: { width: 216, height: 216 } }] as const;

async function faultOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof PictureError ? error.fault : String(error)),
  );
}

/** A PNG whose head claims a size that its data does not have. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const bytes = await plain(1, 1).png().toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crcOf(bytes.subarray(12, 29)), 29);
  return bytes;
}
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('BP-12 what is a picture', () => {
  it.each(['png', 'jpeg', 'gif'] as const)('%s, told by its content', async (format) => {
    const bytes = await plain(200, 100).toFormat(format).toBuffer();
    expect(await inspectPicture(bytes, limits)).toEqual({ format, width: 200, height: 100 });
  });

  it.each([
    [
      'an SVG with any name',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'otherFormat',
    ],
    ['an SVG after a declaration', '  <?xml version="1.0"?><svg/>', 'otherFormat'],
    ['a page', '<!doctype html><p>', 'otherFormat'],
    ['words', 'logo.png', 'notAPicture'],
    ['nothing', '', 'notAPicture'],
    ['the beginning of a PNG', '\x89PNG\r\n\x1a\n', 'damaged'],
    ['the beginning of a GIF', 'GIF89a', 'damaged'],
  ])('%s is not', async (_what, content, fault) => {
    expect(await faultOf(inspectPicture(Buffer.from(content, 'latin1'), limits))).toBe(fault);
  });

  it('WebP and TIFF are pictures, and not among those that are asked for', async () => {
    for (const format of ['webp', 'tiff'] as const)
      expect(await faultOf(inspectPicture(await plain(9, 9).toFormat(format).toBuffer(), limits))).toBe(
        'notAPicture',
      );
  });

  it('a picture of 30,000 × 30,000 pixels is refused by its head, without decoding', async () => {
    const bytes = await claiming(30_000, 30_000);
    expect(bytes.length).toBeLessThan(500);
    expect(await faultOf(redrawPicture(bytes, limits, small))).toBe('tooManyPixels');
  });

  it('one that is wider than it may be is refused with its size, a narrow one is not', async () => {
    const error = await inspectPicture(await plain(301, 10).png().toBuffer(), limits).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ fault: 'tooWide', found: { width: 301, height: 10 } });
    expect(await faultOf(inspectPicture(await plain(300, 700).png().toBuffer(), limits))).toBe('none');
  });

  it('one that ends in its middle is damaged', async () => {
    const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, at) => (at * 7919) % 251));
    const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
      .png()
      .toBuffer();
    expect(await faultOf(redrawPicture(whole.subarray(0, whole.length / 2), limits, small))).toBe('damaged');
  });
});

describe('BP-12 a redrawn picture', () => {
  it('fits into its box, keeps its shape, and is never enlarged', async () => {
    const wide = await plain(300, 150).png().toBuffer();
    const [png, webp] = await redrawPicture(wide, limits, [
      { format: 'png', box: { width: 216, height: 216 } },
      { format: 'webp', box: { width: 48, height: 48 } },
    ]);
    expect(png).toMatchObject({ width: 216, height: 108 });
    expect(webp).toMatchObject({ width: 48, height: 24 });
    const tiny = await plain(20, 20).png().toBuffer();
    expect((await redrawPicture(tiny, limits, small))[0]).toMatchObject({ width: 20, height: 20 });
  });

  it('has nothing of the file but its pixels', async () => {
    const secret = 'Taken at home';
    const bytes = Buffer.concat([
      await plain(100, 100)
        .withExif({ IFD0: { ImageDescription: secret } })
        .jpeg()
        .toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    expect(bytes.includes(secret)).toBe(true);
    const [drawn] = await redrawPicture(bytes, limits, small);
    expect(drawn?.bytes.includes(secret)).toBe(false);
    expect(drawn?.bytes.includes('<script>')).toBe(false);
    const { exif, icc, xmp } = await sharp(drawn?.bytes).metadata();
    expect({ exif, icc, xmp }).toEqual({ exif: undefined, icc: undefined, xmp: undefined });
  });

  it('is turned as its camera says', async () => {
    const bytes = await plain(100, 50).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspectPicture(bytes, limits)).toMatchObject({ width: 50, height: 100 });
    expect((await redrawPicture(bytes, limits, small))[0]).toMatchObject({ width: 50, height: 100 });
  });

  it('is the first frame of one that moves, however many it has', async () => {
    const frame = Buffer.alloc(20 * 20 * 4 * 500, 120);
    const moving = await sharp(frame, { raw: { width: 20, height: 20 * 500, channels: 4, pageHeight: 20 } })
      .gif({ delay: Array.from({ length: 500 }, () => 20), loop: 0 })
      .toBuffer();
    const [drawn] = await redrawPicture(moving, limits, small);
    expect(drawn).toMatchObject({ width: 20, height: 20 });
    expect((await sharp(drawn?.bytes).metadata()).pages).toBeUndefined();
  });
});
