import express, { Router, type Request } from 'express';
import sharp from 'sharp';
import { z } from 'zod';
import { decodeDocument, parseInput } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Ledger } from '../../ports/Ledger.ts';
import { BreachReport } from '../../terms/Breach.ts';
import { findTdmPolicy } from '../../terms/crawlers/findCrawlerRules.ts';
import { readPolicy } from '../../odrl/read/readPolicy.ts';
import { UsageReport } from '../../usage/UsageReport.ts';
import { Hash, toJson, WorkId, type Hex } from '../../kernel/values.ts';
import { Metadata } from '../../work/Metadata.ts';
import { maxContentBytes, detectMediaType } from '../../work/mediaType.ts';
import { storeFile } from '../../work/storeFile.ts';

/** Widths of small pictures, in pixels: a few, so that few are made and caches hold them. */
const FileQuery = z.strictObject({
  width: z.enum(['160', '320', '640']).transform(Number).optional(),
});

/** Files and documents by hash. Bytes in, bytes out: apart from the other routes, which speak JSON. */
export function fileRouter(ledger: Ledger, publicUrl?: string): Router {
  const router = Router();
  router.put(
    '/v1/files/:hash',
    express.raw({ type: () => true, limit: maxContentBytes }),
    async (request, response) => {
      const hash = parseInput(Hash, request.params.hash, 'path.hash');
      const bytes: unknown = request.body;
      if (!Buffer.isBuffer(bytes)) throw new LedgerError('input-invalid', message('errors.file-empty'));
      const stored = await storeFile(ledger, hash, bytes, {
        terms: (document) => readPolicy(decodeDocument(z.unknown(), document)),
        report: (document) => decodeDocument(UsageReport, document),
        evidence: (document) => decodeDocument(BreachReport, document),
      });
      response.status(201).type('json').send(toJson(stored));
    },
  );
  router.get('/v1/files/:hash', async (request, response) => {
    const hash = parseInput(Hash, request.params.hash, 'path.hash');
    const bytes = await ledger.files.read(hash);
    if (bytes === undefined) {
      throw new LedgerError('content-unknown', message('errors.file-unknown', { hash }));
    }
    const { width } = parseInput(FileQuery, request.query, 'query');
    // A hash names its bytes for ever.
    response.set('cache-control', 'public, max-age=31536000, immutable');
    const type = pictureType(bytes);
    if (width === undefined || !type.startsWith('image/')) response.type(type).send(Buffer.from(bytes));
    else response.type('image/webp').send(await shrink(bytes, width));
  });
  router.get('/metadata/:hash', async (request, response) => {
    const hash = parseInput(Hash, request.params.hash, 'path.hash');
    const bytes = await ledger.files.read(hash);
    if (bytes === undefined) {
      throw new LedgerError('content-unknown', message('errors.metadata-unknown', { hash }));
    }
    const service = toService(request, publicUrl);
    response.type('json').send(toJson(tokenDocument(decodeDocument(Metadata, bytes), hash, service)));
  });
  router.get('/tdm-policy/:workId', async (request, response) => {
    const workId = parseInput(WorkId, request.params.workId, 'path.workId');
    response.type('json').send(toJson(await findTdmPolicy(ledger, workId, toService(request, publicUrl))));
  });
  router.get('/collection', (_, response) => {
    response
      .type('json')
      .send(toJson({ name: 'Lianpu', description: 'Works with the rights their creators keep' }));
  });
  return router;
}

/** Where others reach the service: what it was told, or what this one asked. */
function toService(request: Request, publicUrl: string | undefined): string {
  return publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.get('host') ?? ''}`;
}

/** What a marketplace reads behind `tokenURI` (ERC-721, Metadata JSON Schema), made from what the hash on chain is of. */
function tokenDocument(metadata: Metadata, hash: Hex, service: string) {
  const english = (texts: Record<string, string> | undefined) =>
    texts === undefined ? '' : (texts['en'] ?? Object.values(texts)[0] ?? '');
  return {
    name: english(metadata.title),
    description: english(metadata.description),
    image: `${service}/v1/files/${metadata.content.hash}`,
    attributes: [
      ...Object.entries(metadata.traits).map(([name, value]) => ({ trait_type: name, value })),
      ...(metadata.labels ?? []).map((value) => ({ trait_type: 'label', value })),
    ],
    lianpu: { metadataHash: hash, metadata: `${service}/v1/files/${hash}` },
  };
}

/**
 * A small picture of a large one, for lists and for slow lines.
 *
 * @throws LedgerError `media-type-unsupported` for a picture that cannot be read, or of more pixels than a scan has.
 */
async function shrink(bytes: Uint8Array, width: number): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: 100_000_000 })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
  } catch (cause) {
    throw new LedgerError('media-type-unsupported', message('errors.picture-damaged'), {
      cause,
    });
  }
}

/** Documents are JSON; whatever is not a known picture is never shown as one. */
function pictureType(bytes: Uint8Array): string {
  try {
    return detectMediaType(bytes);
  } catch {
    return bytes[0] === 0x7b ? 'application/json' : 'application/octet-stream';
  }
}
