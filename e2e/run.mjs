// Runs Kapok in a real browser: starts the demo, walks the journeys, then scans every page type in every language,
// colour scheme and width. Prints a line per journey and page, and a last line "N passed, N failed".
//
//   node run.mjs                      everything, against ../target/debug/kapok
//   node run.mjs --only front         journeys and page types whose name contains "front"
//   node run.mjs --lang ar            page types in this language alone
//   node run.mjs --binary PATH        another build
//   node run.mjs --url URL            a server that is already running
//   node run.mjs --no-shots           without the screenshots of the scans
//   node run.mjs -- COMMAND ...       another server; {port} and {data} are replaced
//   --journeys DIR, --pages FILE      other journeys, other page types

import { readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.mjs';
import { Journey } from './lib/journey.mjs';
import { scan, units } from './lib/matrix.mjs';
import { Server } from './lib/server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options, positionals: command } = parseArgs({
  allowPositionals: true,
  options: {
    binary: { type: 'string', default: join(here, '../target/debug/kapok') },
    journeys: { type: 'string', default: join(here, 'journeys') },
    'no-shots': { type: 'boolean', default: false },
    lang: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    pages: { type: 'string', default: join(here, 'pages.mjs') },
    url: { type: 'string' },
  },
});

/** A journey that takes longer than this hangs. */
const JOURNEY_LIMIT_MS = 120_000;
/** Scans at the same time: one per core of a small machine. */
const SCANS_AT_ONCE = 2;

let passed = 0;
let failed = 0;
/** Findings that fail nothing, each with the places where it was seen. */
const notes = new Map();

/** Runs one step, prints its line and counts it. */
async function step(name, run) {
  const start = performance.now();
  try {
    await run();
    passed += 1;
    console.log(`ok ${name} (${Math.round(performance.now() - start)})`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error.message ?? error}`);
    if (!error.finding && error.stack) console.log(error.stack.split('\n').slice(1, 5).join('\n'));
  }
}

/** Runs a step with a journey's helpers, and closes its pages whatever happens. */
function journeyStep(name, shared, run) {
  return step(name, async () => {
    const journey = new Journey(name, shared);
    let timer;
    try {
      const limit = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`not done after ${JOURNEY_LIMIT_MS / 1000} s`)), JOURNEY_LIMIT_MS);
      });
      await Promise.race([run(journey), limit]);
      journey.assertNoProblems();
    } catch (error) {
      await journey.keepEvidence();
      throw error;
    } finally {
      clearTimeout(timer);
      await journey.close();
    }
  });
}

async function journeys() {
  const files = await readdir(options.journeys).catch(() => []);
  const modules = files.filter((file) => file.endsWith('.mjs')).sort();
  const loaded = await Promise.all(modules.map((file) => import(pathToFileURL(resolve(options.journeys, file)))));
  return loaded.filter((journey) => journey.name.includes(options.only));
}

/** Works through a list, several at a time. */
async function several(list, atOnce, work) {
  const rest = list[Symbol.iterator]();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const item of rest) await work(item);
  }));
}

async function main() {
  const server = options.url ? Server.at(options.url) : new Server(command.length > 0 ? command : [options.binary]);
  const browser = await launch();
  const shots = join(here, 'shots');
  // A whole run leaves only its own pictures.
  if (!options.only) await rm(shots, { recursive: true, force: true });
  try {
    await server.start();
    console.log(`# ${server.base}, ready after ${server.readyAfter} ms; ${browser.version()}`);
    const pages = await import(pathToFileURL(resolve(options.pages)));
    const shared = { browser, base: server.base, data: server.data, lines: server.lines, shots, notes, signIn: pages.signIn, signedIn: new Map() };
    for (const { name, run } of await journeys()) await journeyStep(name, shared, run);
    const selected = pages.pages.filter((page) => page.name.includes(options.only));
    const withShots = !options['no-shots'];
    const looks = units(selected).filter((unit) => unit.lang.startsWith(options.lang));
    await several(looks, SCANS_AT_ONCE, (unit) =>
      journeyStep(`page ${unit.page.name}, ${unit.lang}`, shared, (journey) => scan(journey, unit, withShots)));
  } finally {
    await browser.close();
    if (server.base && server.isOurs) await step('server runs without a panic and stops when asked', () => server.stop());
    // One that never came up has already been reported.
    else if (server.isOurs) await server.stop().catch(() => {});
  }
}

await main().catch((error) => {
  failed += 1;
  console.log(`FAIL run: ${error.message}`);
});
for (const [note, places] of notes) console.log(`note ${note}: ${[...places].slice(0, 3).join('; ')}${places.size > 3 ? ` and ${places.size - 3} more` : ''}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
