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
 * await verifyPack(pack, chainGround(rpcUrl)) // lianpu/verify: { verdict: 'holds', events: [{ number: 1, … }], … }
 */
export { hashFile, keepContent, readContent } from '../process/recorder/keepContent.ts';
export { openRecorder, type Recorder } from '../process/recorder/openRecorder.ts';
export { readSessionFile } from '../process/recorder/readSessionFile.ts';
export { startSession } from '../process/recorder/startSession.ts';
export { watchDrafts, type WatchOptions } from '../process/recorder/watchDrafts.ts';
