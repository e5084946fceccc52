// What a page loads: how many requests, how many bytes, and from whom.

/** Listens to a page from before its first request on. */
export class Traffic {
  #responses = [];

  /** @param foreign called with the URL of each request that leaves our own server */
  constructor(page, base, foreign) {
    const own = new URL(base).origin;
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && origin !== own) foreign(request.url());
    });
    page.on('response', (response) => {
      if (/^https?:/.test(response.url())) this.#responses.push(response);
    });
  }

  /** Forgets what has been loaded so far. */
  reset() {
    this.#responses = [];
  }

  /** Every response: path, type, status, encoding and bytes on the wire (head and compressed body). */
  async list() {
    return Promise.all(this.#responses.map(async (response) => {
      await response.finished();
      const { responseBodySize, responseHeadersSize } = await response.request().sizes();
      const headers = response.headers();
      return {
        path: new URL(response.url()).pathname,
        type: headers['content-type'] ?? '',
        status: response.status(),
        encoding: headers['content-encoding'] ?? 'none',
        bytes: responseBodySize + responseHeadersSize,
      };
    }));
  }
}

/** One line per response, for people. */
export function shown(list) {
  return list.map(({ path, encoding, bytes }) => `${path} ${bytes} bytes (${encoding})`).join(', ');
}
