// Reading a page as a person does: by its headings, its terms, its numbers.

import { deflateSync } from 'node:zlib';
import { check } from './finding.mjs';
import { text } from './samples.mjs';

/** A code as it is printed: three groups of three, from an alphabet without lookalikes. */
export const CODE = /\b[2-9A-HJKMNPQRT-Z]{3}-[2-9A-HJKMNPQRT-Z]{3}-[2-9A-HJKMNPQRT-Z]{3}\b/;

/** The number in a text, without its signs for thousands. */
export function number(text) {
  const found = text.match(/\d[\d,]*/);
  check(found, `there is no number in "${text}"`);
  return Number(found[0].replaceAll(',', ''));
}

/** The part of the page below a heading. */
export function section(page, heading) {
  return page.locator('section, article, form').filter({ has: page.getByRole('heading', { name: heading, exact: true }) }).last();
}

/** What stands beside a term in a list of facts. */
export async function fact(page, term) {
  const facts = page.locator('dl > div').filter({ has: page.locator('dt').getByText(term, { exact: true }) });
  return (await facts.first().locator('dd').innerText()).trim();
}

/** Fails unless the page says it. */
export async function says(page, words) {
  const place = page.getByText(words).filter({ visible: true }).first();
  await place.waitFor({ timeout: 5_000 }).catch(() => check(false, `${new URL(page.url()).pathname} does not say ${words}`));
}

/** The message that is shown once after something was done. */
export async function notice(page) {
  return (await page.getByRole('status').first().innerText()).trim();
}

/** Links of a list that fit the pattern, each once, over all its pages. */
export async function rowsBehind(journey, path, pattern) {
  const found = new Set();
  for (let at = path, pages = 0; at; pages += 1) {
    check(pages < 200, `${path} does not end`);
    const html = await text(journey, at);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    for (const [, href] of main.matchAll(/<h[23][^>]*><a href="([^"]*)"/g)) if (pattern.test(href)) found.add(href);
    at = main.match(/rel="next" href="([^"]*)"/)?.[1].replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  }
  return [...found];
}

/** A photo of one colour: a PNG file made here, so that no picture has to be kept. */
export function photo([red, green, blue] = [122, 62, 157], side = 64) {
  const line = Buffer.concat([Buffer.from([0]), Buffer.from(Array(side).fill([red, green, blue]).flat())]);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  const parts = [
    ['IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])],
    ['IDAT', deflateSync(Buffer.concat(Array(side).fill(line)))],
    ['IEND', Buffer.alloc(0)],
  ].map(([name, data]) => chunk(Buffer.from(name), data));
  return { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]) };
}

function chunk(name, data) {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(Buffer.concat([name, data])));
  return Buffer.concat([length, name, data, sum]);
}

/** The check sum of PNG (ISO 3309), bit by bit: the files are small. */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
