// Watches the pages of a browser context: what they ask for, and what goes wrong in them.

/**
 * @typedef {object} Watch
 * @property {string[]} problems one line each: console errors, uncaught errors, policy
 *   violations, requests to other servers
 * @property {string[]} requests method and address of every request, in order
 */

const REPORT = '__reportViolation';

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} home every request must go below this address
 * @returns {Promise<Watch>}
 */
export async function watch(context, home) {
  /** @type {Watch} */
  const seen = { problems: [], requests: [] };

  context.on('console', (message) => {
    if (message.type() === 'error') seen.problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    seen.problems.push(`uncaught: ${error.error().message}`);
  });
  context.on('request', (request) => {
    seen.requests.push(`${request.method()} ${request.url()}`);
    if (!request.url().startsWith(home) && !/^(about|blob|data):/.test(request.url())) {
      seen.problems.push(`request to another server: ${request.url()}`);
    }
  });

  await context.exposeFunction(REPORT, (/** @type {string} */ text) => {
    seen.problems.push(`policy: ${text}`);
  });
  await context.addInitScript((report) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const place = `${event.sourceFile || event.documentURI}:${event.lineNumber}`;
      /** @type {any} */ (window)[report](`${event.effectiveDirective} refused ${event.blockedURI} at ${place}`);
    });
  }, REPORT);
  return seen;
}
