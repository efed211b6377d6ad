import { TypedDataEncoder } from 'ethers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headData } from '../../src/process/headData.ts';
import type { ProcessHead } from '../../src/process/ProcessHead.ts';
import type { RecordedSession } from '../../src/process/readSession.ts';
import { chainGround, rootGround, verifyPack } from '../../src/sdk/verify.ts';
import { createHttp } from '../../src/sdk/client/http.ts';
import { processClient } from '../../src/sdk/processes.ts';
import { createSession as clientSession } from '../../src/sdk/client/session.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { compiled } from '../support/compile.ts';
import { maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshService } from '../support/service.ts';
import { createSession } from '../support/session.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let recorded: RecordedSession;
beforeAll(async () => {
  service = await freshService();
  const six = [1, 2, 3, 4, 5, 6].map(
    (time) => ({ kind: 'edit', time, content: `${time}`, label: '' }) as const,
  );
  recorded = createSession(six, 'six events', service.accounts.painter);
  await service.as('painter').process.log(recorded);
});
afterAll(async () => {
  await service.close();
});

describe('a head', () => {
  const sign = async (who: 'painter' | 'studio', change: Partial<ProcessHead>) => {
    const { session, head, events, author } = recorded;
    const { deployment, signerOf } = service;
    const record: ProcessHead = {
      type: 'process',
      version: 1,
      session,
      head,
      count: events.length,
      author,
      ...change,
    };
    const { domain, types, message } = headData(deployment, record);
    const signature = await signerOf(who).signTypedData(domain, types, message);
    return { chainId: deployment.chainId, record, signature };
  };
  const post = async (body: unknown) => {
    const response = await fetch(`${service.url}/v1/processes`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as { code: string }) };
  };

  it('of somebody else’s session, of fewer events, or signed by another is refused', async () => {
    const size = service.ledger.log.size();
    const { studio } = service.accounts;
    expect(await post(await sign('studio', { author: studio }))).toMatchObject({
      status: 403,
      code: 'creator-required',
    });
    expect(await post(await sign('painter', { count: 2 }))).toMatchObject({
      status: 409,
      code: 'assistance-conflict',
    });
    const other: Hex = `0x${'ab'.repeat(32)}`;
    expect(await post(await sign('painter', { head: other }))).toMatchObject({
      code: 'assistance-conflict',
    });
    expect(await post(await sign('studio', {}))).toMatchObject({ status: 403, code: 'signature-invalid' });
    const good = await sign('painter', {});
    for (const [record, code] of [
      [{ ...good.record, count: 0 }, 'input-invalid'],
      [{ ...good.record, count: 9_007_199_254_740_992 }, 'json-malformed'],
      [{ ...good.record, more: 1 }, 'input-invalid'],
      [{ ...good.record, session: '0x12' }, 'input-invalid'],
    ] as const) {
      expect(await post({ ...good, record })).toMatchObject({ status: 400, code });
    }
    expect(await post({ ...good, chainId: 1 })).toMatchObject({ code: 'chain-mismatch' });
    const changed = { ...good, record: { ...good.record, count: good.record.count + 1 } };
    expect(await post(changed)).toMatchObject({ status: 403, code: 'signature-invalid' });
    expect(service.ledger.log.size()).toBe(size);
    const { process } = service.as('studio');
    await expect(process.log(recorded)).rejects.toMatchObject({
      code: 'creator-required',
    });
  });

  it('of a session nobody logged is not found', async () => {
    const unknown = `0x${'cd'.repeat(32)}`;
    const heads = await (await fetch(`${service.url}/v1/processes/${unknown}`)).json();
    expect(heads).toEqual({ heads: [] });
    const proof = await fetch(`${service.url}/v1/processes/${unknown}/heads/1`);
    expect([proof.status, ((await proof.json()) as { code: string }).code]).toEqual([404, 'entry-unknown']);
  });

  it('of a contract wallet holds against the chain, and offline nobody can tell', async () => {
    const { signerOf, deployment, rpcUrl, as } = service;
    const wallet = await compiled('RekeyedWallet', signerOf('studio'), 'HostileWallets').deploy();
    await wallet.waitForDeployment();
    const author = (await wallet.getAddress()).toLowerCase() as Hex;
    const one = { kind: 'edit', time: 1, content: 'x', label: '' } as const;
    const made = createSession([one], 'of a wallet', author);
    const { session, head } = made;
    const record: ProcessHead = { type: 'process', version: 1, session, head, count: 1, author };
    const { domain, types, message } = headData(deployment, record);
    const body = { chainId: deployment.chainId, record, signature: '0x' };
    expect(await post(body)).toMatchObject({ status: 403, code: 'signature-invalid' });
    await (await wallet.getFunction('accept')(TypedDataEncoder.hash(domain, types, message))).wait();
    expect(await post(body)).toMatchObject({ status: 201 });
    const pack = await as('auditor').process.disclose(made, new Map([[1, { content: 'hash', label: true }]]));
    const ground = chainGround(rpcUrl);
    expect(await verifyPack(pack, ground)).toMatchObject({ verdict: 'holds' });
    ground.close();
    const root = pack.heads[0]?.anchor.root ?? '0x';
    expect(await verifyPack(pack, rootGround({ root }))).toMatchObject({ verdict: 'cannot-tell' });
  });

  it('goes on from the last, also where a page of them is full', async () => {
    const { as, accounts, url } = service;
    const many = Array.from(
      { length: 7 },
      (_, time) => ({ kind: 'edit', time, content: `${time}`, label: '' }) as const,
    );
    const long = createSession(many, 'many heads', accounts.troupe);
    const { process } = as('troupe');
    for (let count = 1; count <= many.length; count += 1) {
      const events = long.events.slice(0, count);
      await process.log({ ...long, events, head: events.at(-1)?.head ?? '0x' });
    }
    const pages = processClient(clientSession(createHttp(url, 60_000), undefined), 3);
    const heads = await pages.heads(long.session);
    expect(heads.map(({ record }) => record.count)).toEqual(many.map((_, at) => at + 1));
    expect(heads.at(-1)?.record.head).toBe(long.head);
  });
});

describe('a record of assistance', () => {
  it('names sessions of its author that were logged, and no others', async () => {
    const { as, accounts } = service;
    const { workId } = await as('painter').work.register(maskDraft, await picture('#0c0c0c'));
    const foreign = createSession(
      [{ kind: 'edit', time: 1, content: 'x', label: '' }],
      'foreign',
      accounts.studio,
    );
    await as('studio').process.log(foreign);
    const declare = (session: Hex) =>
      as('painter').assistance.declare(workId, { steps, sessions: [session] });
    await expect(declare(`0x${'ab'.repeat(32)}`)).rejects.toMatchObject({ code: 'entry-unknown' });
    await expect(declare(foreign.session)).rejects.toMatchObject({ code: 'creator-required' });
    const { record } = await declare(recorded.session);
    expect(record).toMatchObject({ sessions: [recorded.session] });
  });
});
