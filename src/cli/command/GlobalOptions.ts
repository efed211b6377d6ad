/** Options that every command takes. */
export interface GlobalOptions {
  url: string;
  rpc: string;
  keyFile?: string | undefined;
  json?: boolean | undefined;
  lang?: string | undefined;
}
