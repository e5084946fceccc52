// Every page type in every language, in both colour schemes, on a phone and on a desk.

import { check } from './finding.mjs';
import { LANGS } from './journey.mjs';

const WIDTHS = [1280, 360];
const SCHEMES = ['light', 'dark'];
/** The narrowest screen a page must fit (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;

/** One unit of work per page type and language. */
export function units(pages) {
  return pages.flatMap((page) => Object.keys(LANGS).map((lang) => ({ page, lang })));
}

/**
 * Loads a page once and looks at it in all four forms: a reload shows nothing that a new width does not.
 * @param unit.page `{ name, path, resident, as, status }`; path may be a function of (journey, open page) that finds one
 */
export async function scan(journey, { page: type, lang }, withShots) {
  const page = await journey.open({ lang, as: type.as });
  let path = type.path;
  if (typeof path === 'function') {
    path = await type.path(journey, page);
    if (!path) return journey.note(`not looked at: ${type.name}`);
    // What was visited on the way must not count, nor be in the cache.
    if (type.resident) return scan(journey, { page: { ...type, path }, lang }, withShots);
  }
  const response = await journey.go(page, path, { status: type.status });
  // One run names everything that is wrong with a page, not the first of it.
  const findings = new Set();
  const look = async (form, run) => {
    try {
      await run();
    } catch (error) {
      if (!error.finding) throw error;
      findings.add(`${form}: ${error.message}`);
    }
  };
  await look('policy', () => checkPolicy(response));
  await look('language', () => checkLanguage(page, lang));
  if (type.resident) await look('weight', () => journey.assertLight(page));
  await look('keyboard', () => journey.assertSkipLink(page));
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      await journey.show(page, { scheme, width });
      await look(`${scheme} ${width}`, () => journey.axe(page, `${type.name} ${lang} ${scheme} ${width}`, { colours: scheme !== SCHEMES[0] }));
      // Dark colours are the same in all languages.
      if (withShots && (scheme === SCHEMES[0] || lang === 'en')) await journey.shot(page, type.name);
    }
    await look('width', () => journey.assertNoSideScroll(page));
  }
  await journey.show(page, { scheme: 'light', width: NARROWEST });
  await look('width', () => journey.assertNoSideScroll(page));
  check(findings.size === 0, [...findings].join('\n  '));
}

/** Fails unless the page has a content policy without the words that make one useless. */
function checkPolicy(response) {
  const policy = response.headers()['content-security-policy'] ?? '';
  check(policy, 'the page has no content security policy');
  check(!/unsafe-(inline|eval)/.test(policy), `the content security policy is not strict: ${policy}`);
}

async function checkLanguage(page, lang) {
  const html = await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir, title: document.title };
  });
  check(html.lang.split('-')[0] === lang, `the page is in "${html.lang}", not in ${lang}`);
  check((html.dir === 'rtl') === (lang === 'ar'), `the direction of the page is "${html.dir}"`);
  check(html.title.trim() !== '', 'the page has no title');
}
