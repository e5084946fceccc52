// Every page that residents see, on a first visit with an empty cache: small, few requests, all of them to us.

import { pages } from '../pages.mjs';

export const name = 'every resident page is light on a first visit';

export async function run(ctx) {
  let heaviest = { bytes: 0 };
  const finder = await ctx.open();
  for (const type of pages.filter((page) => page.resident)) {
    const path = typeof type.path === 'function' ? await type.path(ctx, finder) : type.path;
    if (!path) continue;
    // Arabic and Chinese weigh more than English: the heaviest script is what counts.
    const page = await ctx.open({ lang: 'ar' });
    await ctx.go(page, path, { status: type.status });
    const weight = await ctx.assertLight(page).catch((error) => ctx.check(false, `${type.name}: ${error.message}`));
    if (weight.bytes > heaviest.bytes) heaviest = { ...weight, name: type.name };
    await page.context().close();
  }
  ctx.note(`the heaviest resident page is "${heaviest.name}": ${heaviest.bytes} bytes in ${heaviest.requests} requests`);
}
