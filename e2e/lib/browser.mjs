// The one Chromium that all journeys share.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { Finding } from './finding.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Starts the system's Chromium: $CHROMIUM, or the first of the usual names. */
export function launch() {
  const executablePath = process.env.CHROMIUM || find();
  if (!executablePath) throw new Finding(`no Chromium: set CHROMIUM or install one of ${NAMES.join(', ')}`);
  return chromium.launch({
    executablePath,
    // The sandbox refuses to work as root, and only there may it be left out.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

function find() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
