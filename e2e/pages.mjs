// The page types that are scanned in every language, colour scheme and width, and how staff sign in.
//
// `resident` pages are also weighed: at most 50 KB compressed and 5 requests on a first visit. `path` may be a function
// (journey, page) that looks for one, for pages whose address depends on the data; nothing means that there is none to
// look at. `as` signs in first. `status` is what the page answers, if not 200.

import { followByMail, libraryCase, link, matter, once, promise, rows, say } from './lib/samples.mjs';

/** One account for each role, and one of another office; `kapok demo` prints them. */
const LOGINS = {
  officer: 'm.lindqvist@riverton.example',
  'lead-officer': 'a.okafor@riverton.example',
  moderator: 'n.baptiste@riverton.example',
  'mayors-office': 'e.marlow@riverton.example',
  auditor: 'u.harrow@riverton.example',
  administrator: 'o.bright@riverton.example',
};
const PASSWORD = 'kapok-by-the-river';

/** Fills in the sign-in form that a page shows, and sends it. */
export async function enter(page, role) {
  await page.getByLabel('E-mail').fill(LOGINS[role]);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs a page in and leaves it where staff begin. */
export async function signIn(journey, page, role) {
  journey.check(LOGINS[role], `nobody is called ${role}`);
  await journey.go(page, '/sign-in?to=/account');
  await enter(page, role);
  await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor();
}

const in_ = (...states) => (row) => states.includes(row.state);
const today = () => new Date().toISOString().slice(0, 10);

/** The page of a matter that fits. Looked up once, so that all four languages show the same one. */
const matterPage = (name, fits, rest = '') => (journey) =>
  once(journey, `matter ${name}${rest}`, async () => `/matters/${(await matter(journey, fits)).number}${rest}`);
const promisePage = (name, fits, rest = '') => (journey) =>
  once(journey, `promise ${name}${rest}`, async () => `/promises/${(await promise(journey, fits)).number}${rest}`);
const follow = (rest) => async (journey) => {
  const code = await once(journey, 'code', () => say(journey, 'The bench by the lock has lost two boards.', 'Mill Bridge'));
  return `/follow/${code}${rest}`;
};
const linked = (name, path, pattern) => (journey) => once(journey, name, () => link(journey, path, pattern));

/** Enters a call at the desk and returns the path of its receipt. */
async function enterACall(journey, page) {
  await journey.go(page, '/desk');
  await page.locator('input[name=channel][value=phone]').check();
  await page.locator('textarea[name=text]').fill('He rings about the tram bell at Weavers: too loud at five in the morning.');
  await page.locator('main form[action="/desk"] button[type=submit]').click();
  await page.waitForURL(/receipt/);
  return new URL(page.url()).pathname;
}

/** Enters a card and returns the path of the list of codes. */
async function enterACard(journey, page) {
  await journey.go(page, '/desk/cards');
  await page.locator('textarea[name=text]').first().fill('A tap for drinking water at the playground, please.');
  await page.locator('button[name=do][value=save]').click();
  await page.waitForURL(/saved/);
  return new URL(page.url()).pathname;
}

const open = (path) => ({ path, resident: true });
const staff = (as, path) => ({ as, path });

const types = {
  // What residents see.
  front: open('/'),
  'follow ask': open('/follow'),
  'follow one': open(follow('')),
  'follow just said': open(follow('?new=1')),
  'follow receipt': open(follow('/receipt')),
  'matters list': open('/matters'),
  'matters list narrowed': open('/matters?topic=inclusive&state=open&order=voices'),
  'matters list empty': open('/matters?text=qqqqqq'),
  'matters map': open('/matters/map'),
  'matter told': open(matterPage('told', (m) => m.state === 'shared' && m.voices > 40)),
  'matter voiced': open(matterPage('voiced', in_('voiced'))),
  'matter late': open(matterPage('late', (m) => m.state === 'open' && !m.answered && m.reply_by < today())),
  'matter decided': open(matterPage('decided', in_('decided'))),
  'matter doing': open(matterPage('doing', in_('doing'))),
  'matter done': open(matterPage('done', in_('done'))),
  'matter in Arabic': open(matterPage('in Arabic', (m) => m.language === 'ar')),
  'matter answered': open(matterPage('answered', in_('answered'))),
  'matter referred': open(matterPage('referred', in_('referred'))),
  'matter withdrawn': open(matterPage('withdrawn', in_('withdrawn'))),
  'matter check': open(matterPage('check', in_('done'), '/check')),
  'matter following': open((journey) => once(journey, 'following', async () =>
    followByMail(journey, (await matter(journey, in_('doing'))).number, 'neighbour@example.org'))),
  priority: open('/priority'),
  promises: open('/promises'),
  'promises overdue': open('/promises?state=overdue'),
  'promise overdue': open(promisePage('overdue', (p) => p.state === 'running' && p.days_late > 0)),
  'promise moved': open(promisePage('moved', (p) => p.moves > 0)),
  'promise finished': open(promisePage('finished', in_('finished'))),
  voices: open('/voices'),
  'voices unanswered': open('/voices?unanswered=1'),
  voice: open(linked('voice', '/voices', /^\/voices\/\d+$/)),
  silent: open('/silent'),
  places: open('/places'),
  log: open('/log'),
  'log check': open('/log/check'),
  'log act': open(linked('act', '/log', /^\/log\/[0-9a-f-]+$/)),
  cases: open('/cases'),
  'cases narrowed': open('/cases?q=%E5%9E%83%E5%9C%BE'),
  'case imported': open((journey) => once(journey, 'case', async () => `/cases/${(await libraryCase(journey, (c) => c.stage === 'winner')).id}`)),
  'case of this city': open(linked('own case', '/cases?stage=shared', /^\/cases\/[a-z0-9][\w-]*$/)),
  'cases compared': open((journey) => once(journey, 'compared', async () =>
    `/cases/compare?${(await rows(journey, '/cases.csv')).slice(0, 3).map((c) => `k=${c.id}`).join('&')}`)),
  'cases compared none': open('/cases/compare'),
  statistics: open('/statistics'),
  'statistic table': open('/statistics/cases-by-region'),
  'statistic topics': open('/statistics/cases-by-topic'),
  'statistic winners': open('/statistics/winners-by-topic'),
  'statistic survey': open('/statistics/future-topics'),
  'statistic satisfaction': open('/statistics/satisfaction'),
  'statistic roles': open('/statistics/gov-role'),
  'statistic sessions': open('/statistics/sessions'),
  'statistic workshops': open('/statistics/workshops'),
  contradictions: open('/statistics/contradictions'),
  'about words': open('/about/words'),
  'about your data': open('/about/your-data'),
  'about accessibility': open('/about/accessibility'),
  'about open data': open('/about/open-data'),
  'about api': open('/about/api'),
  'about roles': open('/about/roles'),
  'about ladder': open('/about/ladder'),
  'about channels': open('/about/channels'),
  'sign in': open('/sign-in'),
  'parts of pages': open('/design'),
  'not found': { ...open('/there-is-nothing-here'), status: 404 },

  // What staff see.
  inbox: staff('officer', '/inbox'),
  'inbox of a moderator': staff('moderator', '/inbox'),
  'inbox of an auditor': staff('auditor', '/inbox'),
  'work new': staff('mayors-office', matterPage('voiced', in_('voiced'), '/work')),
  'work open': staff('mayors-office', matterPage('work open', in_('open'), '/work')),
  'work done': staff('mayors-office', matterPage('work done', in_('done'), '/work')),
  'work of an auditor': staff('auditor', matterPage('work open', in_('open'), '/work')),
  decide: staff('mayors-office', matterPage('decide', (m) => m.state === 'open' && m.answered, '/decide')),
  'decide unanswered': staff('mayors-office', matterPage('unanswered', (m) => m.state === 'open' && !m.answered, '/decide')),
  commit: staff('mayors-office', matterPage('commit', in_('decided'), '/commit')),
  'promise work': staff('lead-officer', promisePage('work', (p) => p.state === 'running' && p.office === 'streets', '/work')),
  outcome: staff('lead-officer', matterPage('outcome', (m) => m.lead.startsWith('Streets') && ['shared', 'done', 'evaluated'].includes(m.state), '/outcome')),
  late: staff('lead-officer', '/late'),
  'late in all offices': staff('mayors-office', '/late'),
  desk: staff('officer', '/desk'),
  'desk receipt': staff('officer', (journey, page) => once(journey, 'receipt', () => enterACall(journey, page))),
  'desk cards': staff('officer', '/desk/cards'),
  'desk cards saved': staff('officer', (journey, page) => once(journey, 'saved', () => enterACard(journey, page))),
  'voice of a moderator': staff('moderator', linked('voice', '/voices', /^\/voices\/\d+$/)),
  'priority of the mayor': staff('mayors-office', '/priority'),
  'matter of an officer': staff('officer', matterPage('doing', in_('doing'))),
  account: staff('officer', '/account'),
  accounts: staff('administrator', '/admin/accounts'),
  'accounts one': staff('administrator', async (journey, page) => {
    await journey.go(page, '/admin/accounts');
    const one = page.locator('main a[href^="/admin/accounts/"]').first();
    return one.getAttribute('href');
  }),
  'not allowed': { ...staff('officer', '/admin/accounts'), status: 403 },
};

export const pages = Object.entries(types).map(([name, type]) => ({ name, ...type }));
