// Finds what a page type needs: a finished matter, an overdue promise, a voice that was just said. Looks things up in the
// open data of the server, so that no number of the demo city is written down here.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from './finding.mjs';

/** What was found, by server: pages are visited in four languages, and asking counts against the limits of the server. */
const found = new Map();

/** Finds once per server. */
export function once(journey, name, find) {
  const key = `${journey.base} ${name}`;
  if (!found.has(key)) found.set(key, find());
  return found.get(key);
}

/** The text at a path. */
export async function text(journey, path, options) {
  const answer = await fetch(new URL(path, journey.base), { headers: { 'accept-language': 'en' }, ...options });
  check(answer.ok, `${path} answers ${answer.status}`);
  return answer.text();
}

/** The rows of a CSV file, each an object by the names of the first line. */
export async function rows(journey, path) {
  const [head, ...lines] = parse(await text(journey, path));
  return lines.map((line) => Object.fromEntries(head.map((name, column) => [name, line[column]])));
}

/** Fields of a CSV text (RFC 4180). */
function parse(csv) {
  const lines = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}

/** The first row of a list that fits; the list is read anew each time, because journeys change it. */
async function first(journey, path, fits) {
  const row = (await rows(journey, path)).find(fits);
  check(row, `nothing in ${path} fits ${fits}`);
  return row;
}

/** A matter that fits, as a row of the open data. */
export const matter = (journey, fits) => first(journey, '/matters.csv', fits);
/** A promise that fits. */
export const promise = (journey, fits) => first(journey, '/promises.csv', fits);
/** A case that fits. */
export const libraryCase = (journey, fits) => first(journey, '/cases.csv', fits);

/** The first link of a page that fits the pattern. */
export async function link(journey, path, pattern) {
  const links = [...(await text(journey, path)).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  const one = links.find((href) => pattern.test(href));
  check(one, `no link like ${pattern} on ${path}`);
  return one.replaceAll('&amp;', '&');
}

/** Says something without a browser and returns its code. */
export async function say(journey, words, place = '') {
  const [, token] = (await text(journey, '/')).match(/name="token" value="([^"]+)"/) ?? [];
  const form = new FormData();
  for (const [name, value] of Object.entries({ token, text: words, place })) form.set(name, value);
  const answer = await fetch(new URL('/say', journey.base), { method: 'POST', body: form, redirect: 'manual' });
  check(answer.status === 303, `saying something answers ${answer.status}`);
  return answer.headers.get('location').match(/^\/follow\/([^?]+)/)[1];
}

/** Asks for news about a matter and returns the path in the mail, or nothing where the mails are out of reach. */
export async function followByMail(journey, number, email) {
  if (!journey.data) return undefined;
  const [, token] = (await text(journey, `/matters/${number}`)).match(/name="token" value="([^"]+)"/) ?? [];
  await text(journey, `/matters/${number}/follow`, { method: 'POST', body: new URLSearchParams({ token, email }) });
  for (let tries = 0; tries < 100; tries += 1) {
    for (const mail of await mails(journey)) {
      const [path] = mail.to === email ? (mail.text.match(/\/matters\/following\/[\w-]+/) ?? []) : [];
      if (path) return path;
    }
    await new Promise((wait) => setTimeout(wait, 200));
  }
  return check(false, `no mail to ${email} came`);
}

/** What the server has sent: its demo writes mails into a folder. */
async function mails(journey) {
  const folder = join(journey.data, 'mail');
  const files = (await readdir(folder).catch(() => [])).sort().reverse();
  return Promise.all(files.slice(0, 20).map(async (file) => {
    const [head, ...body] = (await readFile(join(folder, file), 'utf8')).split(/\r?\n\r?\n/);
    const raw = body.join('\n\n');
    const text = /encoding: base64/i.test(head) ? Buffer.from(raw, 'base64').toString('utf8') : raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
    return { to: head.match(/^To: *(.*)$/im)?.[1].trim(), text };
  }));
}
