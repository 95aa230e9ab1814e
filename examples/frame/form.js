// The pain map is a page of its own, of this server or of another. It says what was marked by messages,
// and a hidden field of the form keeps it.
const form = document.querySelector('form');
const output = document.querySelector('output');
const frame = document.querySelector('iframe');
const address = new URL(`${frame.dataset.painmap}frame/frame.html`, location.href);
let valid = false;

addEventListener('message', ({ data, origin, source }) => {
  if (origin !== address.origin || source !== frame.contentWindow) return;
  if (data.type === 'pain-map:value') {
    form.elements.pain.value = data.value;
    valid = data.valid;
  }
  if (data.type === 'pain-map:height') frame.style.height = `${data.height}px`;
});

// Now that somebody listens.
address.hash = new URLSearchParams({ origin: location.origin, views: 'posterior anterior', crop: 'back', required: '' });
frame.src = address;

// A real page would let the form go to its server. This one shows what it would send.
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!valid) {
    frame.contentWindow.postMessage({ type: 'pain-map:report' }, address.origin);
    return;
  }
  output.textContent = [...new FormData(form)].map(([name, value]) => `${name}: ${value}`).join('\n');
});
