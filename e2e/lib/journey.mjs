// What a journey can do. Each gets one of these as `ctx`:
//
//   export const name = 'say it and follow it';
//   export async function run(ctx) {
//     const page = await ctx.open({ lang: 'es', width: 360, js: false });
//     await ctx.go(page, '/');
//     await page.getByRole('textbox', { name: '...' }).fill('...');
//     ctx.check(await page.getByText('...').isVisible(), 'the code is not shown');
//   }
//
// Console errors, violations of the content policy, uncaught exceptions, answers of 500 and more, and requests to
// another server fail the journey at its end, whatever it looked at.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { axe } from './axe.mjs';
import { check } from './finding.mjs';
import { assertFocusVisible, assertSkipLink, tabTo } from './keyboard.mjs';
import { Traffic, shown } from './traffic.mjs';

/** The interface languages, and what a browser of each asks for. */
export const LANGS = { en: 'en-GB', zh: 'zh-CN', es: 'es-ES', ar: 'ar-EG' };
/** A first visit to a resident page: HTML, style, script, pictures. */
export const WEIGHT = { bytes: 50 * 1024, requests: 5 };

export class Journey {
  check = check;
  tabTo = tabTo;
  assertFocusVisible = assertFocusVisible;
  assertSkipLink = assertSkipLink;

  #shared;
  #contexts = [];
  #problems = [];
  #allowed = [];
  #traffic = new WeakMap();
  #settings = new WeakMap();

  constructor(name, shared) {
    this.name = name;
    this.#shared = shared;
  }

  /** Where the server is, without a slash at the end. */
  get base() {
    return this.#shared.base;
  }

  /** Folder of the server's own data, or nothing where somebody else has started it. */
  get data() {
    return this.#shared.data;
  }

  /** What the server has printed so far, line by line. */
  get serverLines() {
    return this.#shared.lines;
  }

  /**
   * A page in a fresh profile: no cookies, an empty cache.
   * @param as a role that `signIn` of pages.mjs knows: the page is signed in
   */
  async open({ lang = 'en', scheme = 'light', width = 1280, height = 800, js = true, as } = {}) {
    const context = await this.#shared.browser.newContext({
      baseURL: this.base,
      colorScheme: scheme,
      javaScriptEnabled: js,
      locale: LANGS[lang] ?? lang,
      reducedMotion: 'reduce',
      storageState: as ? await this.#storageOf(as) : undefined,
      viewport: { width, height },
    });
    context.setDefaultTimeout(10_000);
    this.#contexts.push(context);
    const page = await context.newPage();
    this.#watch(page);
    this.#settings.set(page, { lang, scheme });
    return page;
  }

  /** Goes to a path and fails unless the answer has the status. Returns the response. */
  async go(page, path, { status = 200 } = {}) {
    if (status >= 400) this.allow(new RegExp(`status of ${status}`));
    const response = await page.goto(new URL(path, this.base).href);
    check(response?.status() === status, `${path} answers ${response?.status()}, not ${status}`);
    return response;
  }

  /** Lets console messages that match pass in this journey. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Scans the page as it is shown now; serious and critical findings fail. */
  axe(page, place = this.name, options) {
    return axe(page, (note) => this.note(note, place), options);
  }

  /** Something to mention at the end of the run that fails nothing. */
  note(note, place = this.name) {
    const { notes } = this.#shared;
    notes.set(note, (notes.get(note) ?? new Set()).add(place));
  }

  /** A picture of the whole page in shots/NAME-LANG-SCHEME-WIDTH.png. */
  async shot(page, name) {
    const { lang, scheme } = this.#settings.get(page);
    await mkdir(this.#shared.shots, { recursive: true });
    const file = `${slug(name)}-${lang}-${scheme}-${page.viewportSize().width}.png`;
    await page.screenshot({ path: join(this.#shared.shots, file), fullPage: true, timeout: 30_000 });
  }

  /** Changes colour scheme and width of a page that is open. */
  async show(page, { scheme, width }) {
    const settings = this.#settings.get(page);
    if (scheme) await page.emulateMedia({ colorScheme: scheme });
    if (width) await page.setViewportSize({ ...page.viewportSize(), width });
    this.#settings.set(page, { ...settings, scheme: scheme ?? settings.scheme });
  }

  /** What the page has loaded since it was opened; see traffic.mjs. */
  traffic(page) {
    return this.#traffic.get(page);
  }

  /** Fails if what a fresh page has loaded is more than a resident page may load. Call it after the first `go`. */
  async assertLight(page, { bytes = WEIGHT.bytes, requests = WEIGHT.requests } = {}) {
    await page.waitForLoadState('load');
    // What a script asks for once the page stands counts too.
    await page.waitForTimeout(100);
    const list = await this.traffic(page).list();
    const total = list.reduce((sum, one) => sum + one.bytes, 0);
    check(list.length <= requests, `${list.length} requests, ${requests} are allowed: ${shown(list)}`);
    check(total <= bytes, `${total} bytes on the first visit, ${bytes} are allowed: ${shown(list)}`);
    return { bytes: total, requests: list.length };
  }

  /** Fails if the page is wider than the window. */
  async assertNoSideScroll(page) {
    const wide = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const over = document.scrollingElement.scrollWidth - width;
      const scrolls = (element) => element.closest('body *') && getComputedStyle(element).overflowX !== 'visible';
      const inside = (element) => {
        for (let one = element.parentElement; one; one = one.parentElement) if (scrolls(one)) return true;
        return false;
      };
      const sticksOut = (element) => {
        const { left, right } = element.getBoundingClientRect();
        return (right > width + 1 || left < -1) && !inside(element);
      };
      const culprits = over > 0 ? [...document.querySelectorAll('body *')].filter(sticksOut).slice(-3) : [];
      return { over, culprits: culprits.map((element) => element.outerHTML.slice(0, 80)) };
    });
    const { width } = page.viewportSize();
    check(wide.over <= 0, `${wide.over} px wider than ${width} px: ${wide.culprits.join(' | ')}`);
  }

  /** Fails if anything went wrong on the side. */
  assertNoProblems() {
    const problems = this.#problems.filter((problem) => !this.#allowed.some((pattern) => pattern.test(problem)));
    check(problems.length === 0, [...new Set(problems)].join('\n  '));
  }

  /** Pictures of the pages that are open when a journey fails, in shots/FAIL-NAME-N.png. */
  async keepEvidence() {
    await mkdir(this.#shared.shots, { recursive: true });
    const pages = this.#contexts.flatMap((context) => context.pages());
    await Promise.all(pages.map((page, number) => {
      const path = join(this.#shared.shots, `FAIL-${slug(this.name)}-${number + 1}.png`);
      // The failure itself is what matters; a page that is already gone leaves no picture.
      return page.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => {});
    }));
  }

  async close() {
    await Promise.all(this.#contexts.map((context) => context.close().catch(() => {})));
  }

  #watch(page) {
    this.#traffic.set(page, new Traffic(page, this.base, (url) => this.#problems.push(`request to another server: ${url}`)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#problems.push(`console: ${message.text()} (${new URL(page.url()).pathname})`);
    });
    page.on('pageerror', (error) => this.#problems.push(`exception: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) this.#problems.push(`${response.url()} answers ${response.status()}`);
    });
  }

  /** The cookies of a role. Signs in once per run. */
  async #storageOf(role) {
    const { signedIn, signIn } = this.#shared;
    check(signIn, 'pages.mjs exports no signIn');
    if (!signedIn.has(role)) {
      signedIn.set(role, (async () => {
        const page = await this.open();
        await signIn(this, page, role);
        return page.context().storageState();
      })());
    }
    return signedIn.get(role);
  }
}

function slug(name) {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}
