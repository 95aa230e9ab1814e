// Pictures compared by their pixels: in a blank page of the browser, which can read them.

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Compared
 * @property {number} colours how many colours the first picture has
 * @property {number} commonest the share of its commonest colour
 * @property {number} differing the share of pixels that differ by more than a shade, 1 where the sizes differ
 */

/**
 * @param {Page} blank
 * @param {Buffer} one
 * @param {Buffer} other
 * @returns {Promise<Compared>}
 */
export function compare(blank, one, other) {
  return blank.evaluate(async (pictures) => {
    const [first, second] = await Promise.all(pictures.map(async (text) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      drawing?.drawImage(bitmap, 0, 0);
      return drawing?.getImageData(0, 0, bitmap.width, bitmap.height);
    }));
    if (!first || !second) throw new Error('the browser reads no pictures');
    /** @type {Map<number, number>} */
    const counts = new Map();
    let differing = 0;
    const same = first.width === second.width && first.height === second.height;
    const SHADE = 24;
    const [colours, others] = [new Uint32Array(first.data.buffer), new Uint32Array(second.data.buffer)];
    let since = 0;
    for (let at = 0; at < colours.length; at += 1) {
      const colour = Number(colours[at]);
      // Most pixels are as their neighbours and as those of the other picture: a run of them is counted at once.
      if (colour !== colours[at + 1]) {
        counts.set(colour, (counts.get(colour) ?? 0) + at + 1 - since);
        since = at + 1;
      }
      if (colour === others[at]) continue;
      const far = [0, 1, 2].some((channel) => Math.abs((first.data[4 * at + channel] ?? 0) - (second.data[4 * at + channel] ?? 0)) > SHADE);
      if (far) differing += 1;
    }
    const pixels = first.data.length / 4;
    return { colours: counts.size, commonest: Math.max(...counts.values()) / pixels, differing: same ? differing / pixels : 1 };
  }, [one.toString('base64'), other.toString('base64')]);
}
