import { execFileSync } from 'node:child_process';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** A browser from npm: nothing is downloaded, and nothing of the machine is needed but the C library. */
export async function launchBrowser(): Promise<Browser> {
  // No page draws with WebGL, and doing without it saves what emulates it.
  chromium.setGraphicsMode = false;
  const executablePath = await chromium.executablePath();
  if (lacksLibraries(executablePath)) {
    const libraries = await inflate(
      join(findPackageJSON('@sparticuz/chromium', import.meta.url) ?? '', '../bin/al2023.tar.br'),
    );
    setupLambdaEnvironment(join(libraries, 'lib'));
  }
  return await playwright.launch({ executablePath, args: browserFlags(), headless: true });
}

/** The package's flags but those that switch off what the tests are about: the browser's own security. */
function browserFlags(): string[] {
  const unwanted = [
    '--single-process',
    '--no-zygote',
    '--disable-web-security',
    '--allow-running-insecure-content',
  ];
  return chromium.args.filter((flag) => !unwanted.includes(flag));
}

/** The package brings the NSS libraries for machines that have none. */
function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}
