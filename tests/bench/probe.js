// Runs in the page as an inline script, right before the element of the page's own script: tells when the outline was
// painted. `globalThis.contender` holds what is known of the contender.

(() => {
  /**
   * Waits for the first frame that has what is looked for. The message is posted from the beginning of the frame and delivered
   * when the page is through with its style, layout, paint and commit.
   * @param {() => boolean} isThere
   * @returns {Promise<number>} when the page was through with that frame, in milliseconds
   */
  const frameWith = (isThere) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    const look = () => {
      if (isThere()) port2.postMessage('');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

  const { outline, ready } = globalThis.contender;
  const isDrawn = (container) => outline(container)?.getBoundingClientRect().height > 0;

  /** @param {Element} container */
  globalThis.outlinePainted = (container) => frameWith(() => isDrawn(container));

  const first = () => document.querySelector('#first');
  globalThis.firstPainted = frameWith(() => first() !== null && isDrawn(first()));
  globalThis.firstReady = frameWith(() => first() !== null && isDrawn(first()) && ready(first()));
  globalThis.scriptStart = performance.now();
})();
