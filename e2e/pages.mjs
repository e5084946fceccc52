// The page types that are scanned in every language, colour scheme and width, and how staff sign in.
//
// `resident` pages are also weighed: at most 50 KB compressed and 5 requests on a first visit. `path` may be a function
// (journey, page) that looks for one, for pages whose address depends on the data. `as` signs in first.

export const pages = [
  { name: 'front', path: '/', resident: true },
];
