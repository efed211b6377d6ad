import sharp from 'sharp';

/** A small PNG of one colour: another colour is another file, and so another work. */
export async function picture(colour: string): Promise<Uint8Array> {
  return await sharp({ create: { width: 16, height: 16, channels: 3, background: colour } })
    .png()
    .toBuffer();
}
