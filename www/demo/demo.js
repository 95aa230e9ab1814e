// The demo page's own script: it shows what the widget refuses.
const refusal = document.querySelector('.refusal');

document.addEventListener('pain-map-error', (event) => {
  if (!(refusal instanceof HTMLElement) || !(event instanceof CustomEvent)) return;
  refusal.hidden = false;
  refusal.textContent = `The pain map could not be used: ${event.detail.message}`;
});
