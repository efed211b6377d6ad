/**
 * Recording how a work is made, on the creator's own machine: for Node 22.5 and newer, which has the files and the
 * locks that a browser lacks.
 *
 * @example
 * const session = startSession('mask.session', account)
 * const recorder = openRecorder('mask.session')
 * recorder.record({ kind: 'prompt', contentHash: await keepContent(recorder.file, prompt), label: 'first' })
 * await lianpu.process.log(recorder.session)
 * const pack = await lianpu.process.disclose(readSessionFile('mask.session'), new Map([[1, { content: 'hash', label: true }]]))
 * await verifyProcess(pack, { rpcUrl }) // { verdict: 'holds', events: [{ number: 1, kind: 'prompt', before: { block: 12, … } }], … }
 */
export { hashFile, keepContent, readContent } from '../recorder/keepContent.ts';
export { openRecorder, type Recorder } from '../recorder/openRecorder.ts';
export { readSessionFile } from '../recorder/readSessionFile.ts';
export { startSession } from '../recorder/startSession.ts';
export { watchDrafts, type WatchOptions } from '../recorder/watchDrafts.ts';
export { verifyProcess, type PackGround } from './verifyProcess.ts';
