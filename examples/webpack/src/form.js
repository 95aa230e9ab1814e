import 'painmap';

// A real page would let the form go to its server. This one shows what it would send.
const form = document.querySelector('form');
const output = document.querySelector('output');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  output.textContent = [...new FormData(form)].map(([name, value]) => `${name}: ${value}`).join('\n');
});
