/** Aborted by Ctrl-C, which then ends nothing by itself; pressed again it does. */
export function untilInterrupted(): AbortSignal {
  const interrupted = new AbortController();
  const before = process.listeners('SIGINT');
  process.removeAllListeners('SIGINT');
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      for (const listener of before) process.on(name, listener);
      interrupted.abort();
    });
  }
  return interrupted.signal;
}
