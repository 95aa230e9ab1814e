// What few pages need, or few moments: the questions about the whole, the help sheet, a printed record's
// plates, and their styles.
export { Help } from './help.js';
export { History } from './history.js';
export { Plates } from './plates.js';
export { styles } from './further-styles.js';
