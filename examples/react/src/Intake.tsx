import 'painmap/react';

import { useState, type FormEvent } from 'react';

export function Intake() {
  const [selected, setSelected] = useState('');
  const [sent, setSent] = useState('');

  // A real form would go to its server. This one shows what it would send.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent([...new FormData(event.currentTarget)].map(([name, value]) => `${name}: ${value}`).join('\n'));
  };

  return (
    <>
      <h1>Before your visit</h1>
      <form autoComplete="off" onSubmit={send}>
        <label>Your name <input name="name" required /></label>
        <pain-map
          name="pain"
          required
          views="posterior anterior"
          crop="back"
          onpain-map-select={({ detail }) => setSelected(detail.id)}
        >
          <label>Where does it hurt? <textarea name="pain" rows={4} /></label>
        </pain-map>
        <p>{selected ? `You are answering about ${selected}.` : 'No mark is chosen.'}</p>
        <button>Send</button>
      </form>
      <h2>What the clinic would get</h2>
      <output>{sent}</output>
    </>
  );
}
