// What follows the first paint: the list of the marks, the questions, adding a place by its name, and their
// styles. What is loaded still later takes its nodes and choices from here.
export { changed, check, isAnswered, listen, options, question } from './choices.js';
export { List } from './list.js';
export { Naming } from './naming.js';
export { button, h, tell, write } from './nodes.js';
export { Questions } from './questions.js';
export { styles } from './asking-styles.js';
