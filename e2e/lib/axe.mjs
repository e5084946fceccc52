// Accessibility by axe-core, with the rules of WCAG 2.2 A and AA and the best practices.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Finding } from './finding.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FAILS = new Set(['serious', 'critical']);
/** The rules whose findings depend on colours alone. The others see the same document in every colour scheme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Scans the page as it is shown now. Fails on serious and critical findings; hands milder ones to `note`.
 *
 * The script goes in through the debugger: the page's own content policy must not let it in, and stays untouched.
 * @param colours only the rules about colours, for a page that has been scanned in another colour scheme
 */
export async function axe(page, note, { colours = false } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(async (runOnly) => {
    const result = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return result.violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help, nodes: nodes.map((node) => ({ target: node.target.join(' '), why: node.failureSummary })),
    }));
  }, colours ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: TAGS });
  for (const { id, impact, help } of violations.filter((one) => !FAILS.has(one.impact))) note(`${impact} ${id} (${help})`);
  const serious = violations.filter((one) => FAILS.has(one.impact));
  if (serious.length > 0) throw new Finding(serious.map(describe).join('\n  '));
}

function describe({ id, impact, help, nodes }) {
  const places = nodes.slice(0, 3).map(({ target, why }) => `${target}: ${why.split('\n').slice(1).join(' ').trim()}`);
  const more = nodes.length > 3 ? [`and ${nodes.length - 3} more`] : [];
  return [`${impact} ${id} (${help})`, ...places, ...more].join('\n    ');
}
