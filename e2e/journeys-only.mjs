// The journeys without the look at every page type in every language, which takes long: KAPOK_CHECK_PAGES=--no-shots ./check does both.
export { signIn } from './pages.mjs';
export const pages = [];
