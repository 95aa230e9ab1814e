// What follows the first paint: the list of the marks, the questions, adding a place by its name, the help sheet, and their styles.
export { Help } from './help.js';
export { History } from './history.js';
export { List } from './list.js';
export { Naming } from './naming.js';
export { Plates } from './plates.js';
export { Questions } from './questions.js';
export { styles } from './asking-styles.js';
